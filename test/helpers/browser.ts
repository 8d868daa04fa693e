// A real browser, headless: the system's Chromium. Tests that need it are skipped with a clear line where it is missing.

import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
// No sandbox: CI containers run as root and have no user namespaces. Nothing but our own pages is opened.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the browser is, or null when there is none. */
export const browserPath: string | null =
  (process.env.CHROMIUM_PATH === undefined ? USUAL : [process.env.CHROMIUM_PATH]).find(isExecutable) ?? null;

if (browserPath === null)
  console.warn('SKIPPED: tests in a browser. No Chromium here: install it (Debian: chromium) or set CHROMIUM_PATH.');

function isExecutable(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser with an empty profile, which goes away with it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', headless: true, args: FLAGS });
}
