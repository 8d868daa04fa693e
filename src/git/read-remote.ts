// The web address of a repository's origin, read from its config as text; never with credentials.

import { join } from 'node:path';
import { type Repository, readText } from './repository.js';

/** @returns an https or http URL without userinfo, or null */
export function readRemoteUrl(repository: Repository): string | null {
  const config = readText(join(repository.commonDir, 'config')) ?? '';
  const section = /\[remote "origin"\]([^[]*)/.exec(config)?.[1] ?? '';
  const url = /^\s*url\s*=\s*"?([^"\r\n]+)/m.exec(section)?.[1]?.trim() ?? '';
  const [, host = '', path = ''] = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(url) ?? [];
  try {
    const parsed = new URL(host === '' ? url : `https://${host}/${path}`);
    if (!/^https?:$/.test(parsed.protocol)) return null;
    return `${parsed.protocol}//${parsed.host}${parsed.pathname.replace(/\.git\/?$/, '')}`;
  } catch {
    return null;
  }
}
