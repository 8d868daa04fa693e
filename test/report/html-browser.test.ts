// The HTML report in a real browser: nothing of the repository runs, nothing leaves, and people can use it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.js';
import { browserPath, startBrowser } from '../helpers/browser.js';
import { TestRepository, temporaryFolder } from '../helpers/repository.js';
import { expectNoSecret, leakgate } from '../helpers/run.js';
import { twelveLeaks } from '../helpers/twelve-leaks.js';
import { token } from '../hostile/expect-scan.js';
import { hostileReport } from './hostile-result.js';
import { finding, report } from './sample-result.js';

let browser: Browser;
beforeAll(async () => {
  if (browserPath !== null) browser = await startBrowser();
});
afterAll(() => browser?.close());

type Opened = { page: Page; events: string[] };

/** Opens a page from a file. `events` takes whatever would show that something ran, failed or was asked for. */
async function open(text: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, text);
  const context = await browser.newContext(options);
  const events: string[] = [];
  await context.route('**/*', route => {
    const url = route.request().url();
    if (url.split('#')[0] === `file://${file}`) return route.continue();
    events.push(`request ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', dialog => {
    events.push(`dialog ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('console', message => events.push(`console ${message.text()}`));
  page.on('pageerror', error => events.push(`error ${error.message}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', event => console.log('violation', event.violatedDirective, event.sourceFile))",
  );
  await page.goto(`file://${file}`);
  return { page, events };
}

async function close({ page }: Opened): Promise<void> {
  await page.context().close();
}

const focused = (page: Page) => page.evaluate('document.activeElement.id || document.activeElement.textContent');
const visibleBodies = (page: Page) =>
  page.evaluate<number>(
    "[...document.querySelectorAll('details.finding .body')].filter(body => body.checkVisibility({ contentVisibilityAuto: true }) && body.getBoundingClientRect().height > 40).length",
  );

const HOSTILE = '<img src=x onerror=window.leaked=1> </script><script>window.leaked=2</script>';

/** A repository whose file name, author, branch and content attack whoever reads a report about it. */
async function hostileHistory(): Promise<{ text: string; secret: string }> {
  const repository = new TestRepository();
  const secret = token(1201);
  const line = `<img src=x onerror=window.leaked=3>"'>${secret}<script>window.leaked=4</script>\n`;
  const path = `${HOSTILE.replaceAll('/', '\u2215')}/\u202egpj.env`;
  repository.write(path, `TOKEN=${secret} ${line}`);
  repository.write('שלום/קובץ.env', `TOKEN=${token(1202)}\n`);
  repository.git('add', '-A');
  const env = {
    GIT_AUTHOR_NAME: HOSTILE.replace(/[<>]/g, character => (character === '<' ? '\u2039' : '\u203a')),
    GIT_AUTHOR_EMAIL: 'a"onmouseover=alert(1)@evil.example',
  };
  repository.gitWith({ env }, 'commit', '-q', '-m', HOSTILE);
  repository.git('tag', "x'onload=alert(1)");
  repository.git('config', 'remote.origin.url', 'javascript:window.leaked=5');
  const run = await leakgate(['history', repository.dir, '--format', 'html'], { secrets: [secret, token(1202)] });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
  return { text: run.stdout, secret };
}

describe.skipIf(browserPath === null)('in a browser', () => {
  describe('a hostile repository', () => {
    it.each([
      { name: 'scanned', make: async () => (await hostileHistory()).text },
      { name: 'with every bad name there is', make: async () => html(hostileReport()) },
    ])('runs nothing, asks for nothing and shows no secret: $name', async ({ make }) => {
      const opened = await open(await make());
      const { page, events } = opened;
      await page.locator('#open-all').click();
      await page.locator('details.finding').first().hover();
      expect(await page.evaluate('window.leaked')).toBeUndefined();
      expect(await page.locator('img, iframe, object, embed, base, main script').count()).toBe(0);
      expect(events).toEqual([]);
      await close(opened);
    });

    it('keeps its names as text, one beside the other', async () => {
      const { text, secret } = await hostileHistory();
      const opened = await open(text);
      const shown = await opened.page.evaluate<string>('document.body.textContent');
      expect(shown).toContain('<img src=x onerror=window.leaked=1>');
      expect(shown).toContain('\\u202egpj.env');
      expect(shown).toContain('שלום');
      expectNoSecret(shown + (await opened.page.content()), [secret]);
      await close(opened);
    });

    it('could run nothing even if it got something into the page', async () => {
      const opened = await open(html(report({ findings: [finding()] })));
      await opened.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=https://evil.example/x onerror=window.leaked=1>'); document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.leaked = 2' }));",
      );
      const asked = await opened.page.evaluate("fetch('https://evil.example/').then(() => 'sent', () => 'blocked')");
      expect([asked, await opened.page.evaluate('window.leaked')]).toEqual(['blocked', undefined]);
      const violated = opened.events.filter(event => event.startsWith('console violation')).join('\n');
      for (const directive of ['img-src', 'script-src', 'connect-src']) expect(violated).toContain(directive);
      expect(opened.events.filter(event => event.startsWith('request'))).toEqual([]);
      await close(opened);
    });
  });

  describe('twelve leaks', () => {
    let text: string;
    let values: readonly string[];
    beforeAll(() => {
      text = '';
    });
    const twelve = async () => {
      if (text !== '') return text;
      const leaks = twelveLeaks();
      values = leaks.values;
      text = (await leakgate(['history', leaks.repository.dir, '--format', 'html'], { secrets: leaks.values })).stdout;
      return text;
    };

    it('are all there, each with its life and what to do, and no secret', async () => {
      const opened = await open(await twelve());
      expect(await opened.page.locator('details.finding').count()).toBe(12);
      expect(await opened.page.locator('.timeline > li').count()).toBe(12);
      expect(
        await opened.page.locator('details.finding .playbook h5').filter({ hasText: 'In the first hour' }).count(),
      ).toBe(12);
      expectNoSecret(await opened.page.content(), values);
      expect(opened.events).toEqual([]);
      await close(opened);
    });

    it('are searched, filtered and opened with the keyboard alone', async () => {
      const opened = await open(await twelve());
      const { page } = opened;
      const status = page.locator('#result-count');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the findings');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('search');
      await page.keyboard.type('STRIPE key');
      expect(await status.textContent()).toBe('2 of 12 findings shown.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('P'); // to the first choice that begins with it: P1
      expect(await status.textContent()).toBe('1 of 12 findings shown.');
      for (let presses = 0; presses < 5; presses++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter'); // reset
      await expect.poll(() => status.textContent()).toBe('12 of 12 findings shown.');
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter'); // the first card
      expect(await visibleBodies(page)).toBe(1);
      await close(opened);
    });

    it('say it when nothing matches', async () => {
      const opened = await open(await twelve());
      await opened.page.locator('#search').fill('there is no such thing');
      expect(await opened.page.locator('#result-count').textContent()).toMatch(
        /^0 of 12 findings shown\. Nothing matches/,
      );
      await close(opened);
    });

    it('open when a link leads to them, even through the filter', async () => {
      const opened = await open(await twelve());
      const { page } = opened;
      await page.locator('#search').fill('stripe');
      await page.locator('.timeline a', { hasText: 'npm access token' }).click();
      await expect.poll(() => visibleBodies(page)).toBe(1);
      expect(await page.locator('details.finding[open] h3').textContent()).toBe('npm access token');
      await close(opened);
    });

    it('can be read and opened without JavaScript', async () => {
      const opened = await open(await twelve(), { javaScriptEnabled: false });
      const { page } = opened;
      expect(await page.locator('#filters').isVisible()).toBe(false);
      await page.locator('details.finding > summary').first().click();
      expect(await page.locator('details.finding .body').first().isVisible()).toBe(true);
      expect(await page.locator('.timeline').isVisible()).toBe(true);
      await close(opened);
    });

    it.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
      'are printed whole, and without controls ($javaScriptEnabled)',
      async options => {
        const opened = await open(await twelve(), options);
        const { page } = opened;
        await page.emulateMedia({ media: 'print' });
        const bodies = page.locator('details.finding .body');
        for (let at = 0; at < 12; at++) expect((await bodies.nth(at).boundingBox())?.height ?? 0).toBeGreaterThan(100);
        expect(await page.locator('#filters').isVisible()).toBe(false);
        await close(opened);
      },
    );

    it.each([
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 1280 },
      { colorScheme: 'light', width: 390 },
    ] as const)('pass the checks for accessibility: $colorScheme, $width wide', async ({ colorScheme, width }) => {
      const opened = await open(await twelve(), { colorScheme, viewport: { width, height: 900 } });
      const { page } = opened;
      await page.locator('#open-all').click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
      const [scroll, client] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(scroll).toBe(client);
      await close(opened);
    });

    it.each([
      { colorScheme: 'light', isDark: false },
      { colorScheme: 'dark', isDark: true },
    ] as const)('follow the colours that the reader has chosen: $colorScheme', async ({ colorScheme, isDark }) => {
      const opened = await open(await twelve(), { colorScheme });
      const ground = await opened.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const [red = 0] = (/\d+/.exec(ground) ?? []).map(Number);
      expect(red < 60).toBe(isDark);
      await close(opened);
    });
  });

  it('stays usable with 5,000 findings: few elements, and a word about the rest', async () => {
    const findings = Array.from({ length: 5000 }, (_, at) => finding({ fingerprint: `f${at}` }));
    const opened = await open(html(report({ findings })));
    expect(await opened.page.evaluate<number>("document.querySelectorAll('*').length")).toBeLessThan(60_000);
    expect(await opened.page.locator('#result-count').textContent()).toBe('500 of 500 findings shown.');
    expect(await opened.page.locator('body').textContent()).toContain('4,500 of 5,000 findings are not on this page');
    await close(opened);
  });
});
