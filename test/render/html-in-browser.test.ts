import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../schemas/index.ts';
import { htmlRenderer } from '../../src/render/render-html.ts';
import type { RenderOptions } from '../../src/render/renderer.ts';
import { findChromium } from '../support/find-chromium.ts';
import { makeFont } from '../support/make-font.ts';
import { modelReport, offlineReport, VARIANTS } from './fixture.ts';

const executablePath = findChromium();
if (!executablePath)
  console.warn('The report is not tested in a browser: found no Chromium (CHROMIUM=PATH names one).');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = {
  'a desk in the light': { viewport: { width: 1280, height: 900 } },
  'a phone in the dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
} satisfies Record<string, BrowserContextOptions>;

describe.skipIf(!executablePath)('the report in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-report-'));
  let browser: Browser;

  beforeAll(async () => {
    // Within a container there is no sandbox to be had; the pages are our own.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] } as Parameters<
      typeof chromium.launch
    >[0]);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report from the disk. `heard` is all that it said, asked for, or stopped at. */
  async function open(
    name: string,
    report: Report,
    options: BrowserContextOptions = {},
    render: RenderOptions = {},
  ) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, htmlRenderer.render(report, render));
    const address = pathToFileURL(file).href;
    // The strict policy of the file would keep the examiner out as well.
    const context = await browser.newContext({ bypassCSP: true, ...options });
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (url !== address && !url.startsWith('data:')) heard.push(`request: ${url}`);
    });
    await page.goto(address);
    return { page, heard, close: () => context.close() };
  }

  const cases = VARIANTS.flatMap(({ name, report }) =>
    Object.entries(SCREENS).map(([screen, options]) => ({ name, report, screen, options })),
  );

  it.each(cases)(
    '$name on $screen: axe finds nothing, nothing sticks out, nothing is asked for',
    async ({ name, report, options }) => {
      const { page, heard, close } = await open(name, report, options);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.locator('#show-proofs').check();
      await page.evaluate(AXE);
      const violations = await page.evaluate(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`,
      );
      expect(violations).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(heard).toEqual([]);
      await close();
    },
  );

  it('shows the facts behind a sentence on click, hover, focus and keys, and every sentence by the switch', async () => {
    const { page, close } = await open('proofs', offlineReport);
    const box = page.locator('#section-1-proof-1');
    expect(await box.isVisible()).toBe(false);
    await page.locator('[popovertarget="section-1-proof-1"]').click();
    expect(await box.isVisible()).toBe(true);
    const [first] = offlineReport.sections[0]?.blocks ?? [];
    const sentence = first?.kind === 'paragraph' ? first.sentences[0] : undefined;
    expect(await box.locator('p').textContent()).toBe(sentence?.text);
    for (const id of sentence?.facts ?? []) expect(await box.textContent()).toContain(id);
    await page.keyboard.press('Escape');
    expect(await box.isVisible()).toBe(false);
    await page.locator('[popovertarget="section-1-proof-1"]').focus();
    await page.keyboard.press('Enter');
    expect(await box.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    // Hover and focus are enough, and Escape is heeded then, too (WCAG 2.2, 1.4.13).
    await page.mouse.move(1, 1);
    await page.locator('[popovertarget="section-1-proof-2"]').hover();
    const second = page.locator('#section-1-proof-2');
    await second.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    expect(await second.isVisible()).toBe(false);
    await page.mouse.move(1, 1);
    await page.locator('[popovertarget="section-1-proof-3"]').focus();
    await page.locator('#section-1-proof-3').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    const rows = page.locator('.proofs tbody tr');
    expect(await rows.first().isVisible()).toBe(false);
    await page.locator('#show-proofs').check();
    expect(await rows.first().isVisible()).toBe(true);
    expect(await rows.count()).toBe(await page.locator('[data-provenance]').count());
    await close();
  });

  it.each([
    ['a desk', { viewport: { width: 1280, height: 900 } }, 'wide'],
    ['a phone', { viewport: { width: 360, height: 740 } }, 'narrow'],
  ] as const)(
    'shows of each picture the one drawn for %s, and the wide one on paper',
    async (_, options, kind) => {
      const { page, close } = await open('pictures', offlineReport, options);
      const shown = () =>
        page.evaluate(
          `[...document.querySelectorAll('.picture')].map((picture) => [...picture.children]
          .filter((svg) => getComputedStyle(svg).display !== 'none')
          .map((svg) => svg.getAttribute('class')).join())`,
        );
      expect(new Set((await shown()) as string[])).toEqual(new Set([kind]));
      await page.emulateMedia({ media: 'print' });
      expect(new Set((await shown()) as string[])).toEqual(new Set(['wide']));
      await close();
    },
  );

  it('loads the fonts of a theme under its own policy', async () => {
    const fonts = [
      { format: 'truetype', weight: 400, italic: false, bytes: makeFont('House Sans') },
      { format: 'truetype', weight: 700, italic: false, bytes: makeFont('House Sans', { weight: 700 }) },
    ] as const;
    const theme = { font: 'House Sans', fonts, order: [], omit: [], sections: [] };
    const { page, heard, close } = await open('fonts', offlineReport, { bypassCSP: false }, { theme });
    const loaded = await page.evaluate(
      `document.fonts.ready.then((fonts) => [...fonts].map(({ family, weight, status }) => [family.replaceAll('"', ''), weight, status].join()))`,
    );
    expect(loaded).toContain('House Sans,400,loaded');
    expect(heard).toEqual([]);
    await close();
  });

  it('marks who wrote a sentence on demand', async () => {
    const { page, close } = await open('writers', modelReport);
    const sign = page.locator('main .sign').first();
    expect(await sign.isVisible()).toBe(false);
    await page.locator('#show-writers').check();
    expect(await sign.isVisible()).toBe(true);
    await close();
  });
});
