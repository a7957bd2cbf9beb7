import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReporterInput } from '../../../src/evaluate/define-reporter.ts';
import { htmlReporter } from '../../../src/evaluate/reporters/html.ts';
import { findChromium } from '../../support/find-chromium.ts';
import { artifactOf, HOSTILE, madeUpRun, RUNS, TEXT_A } from './fixture.ts';

const executablePath = findChromium();
if (!executablePath)
  console.warn('The page is not tested in a browser: found no Chromium (CHROMIUM=PATH names one).');

describe.skipIf(!executablePath)('the page in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-page-'));
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

  /** Opens a run's page from the disk. `heard` is all that it said, asked for, or stopped at. */
  async function open(name: string, input: ReporterInput, options: BrowserContextOptions = {}) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, await htmlReporter.render(input));
    const address = pathToFileURL(file).href;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      heard.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (url !== address && url !== 'data:,') heard.push(`request: ${url}`);
    });
    await page.goto(address);
    return { page, heard, close: () => context.close() };
  }

  const run = (name: string): ReporterInput => RUNS[name]?.() as ReporterInput;
  const shown = (page: Page) => page.locator('#case-list button').count();
  const active = (page: Page) =>
    page.evaluate(
      'document.activeElement.id || document.activeElement.dataset.case || document.activeElement.tagName',
    );

  it.each(['compared', 'failed', 'hostile', 'two-runs', 'one-cell', 'many-variants'])(
    'opens from the disk, says nothing and asks for nothing: %s',
    async (name) => {
      const { page, heard, close } = await open(name, run(name));
      expect(await page.locator('h1').textContent()).toBe('made-up');
      const cells = [...run(name).rows].length;
      expect(await page.locator('#browser').count()).toBe(cells > 0 ? 1 : 0);
      if (cells > 0) expect(await shown(page)).toBe(run(name).summary.cases.length);
      expect(await page.evaluate('scrollY')).toBe(0);
      expect(heard).toEqual([]);
      await close();
    },
  );

  it.each([
    ['compared', 'light'],
    ['compared', 'dark'],
    ['failed', 'light'],
    ['two-runs', 'dark'],
  ] as const)('has no fault that axe finds: %s, %s', async (name, colorScheme) => {
    const { page, close } = await open(name, run(name), {
      colorScheme,
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const { violations, passes } = (await page.evaluate(
      'axe.run(document).then(({ violations, passes }) => ({ passes: passes.map(({ id }) => id), violations: violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")) }))',
    )) as { violations: string[]; passes: string[] };
    expect(passes).toEqual(
      expect.arrayContaining(['color-contrast', 'region', 'landmark-unique', 'th-has-data-cells']),
    );
    expect(violations).toEqual([]);
    await close();
  });

  it('is used by keyboard: skip link, search, enter, arrows, escape', async () => {
    const { page, heard, close } = await open('keys', run('compared'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await active(page)).toBe('main');
    await page.locator('#search').focus();
    await page.keyboard.type('accountant');
    expect(await shown(page)).toBe(2);
    expect(await page.locator('#count').textContent()).toBe('2 of 12 cases');
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-title').textContent()).toBe('accountant-02');
    expect(await active(page)).toBe('1');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('7');
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-title').textContent()).toBe('accountant-08');
    await page.keyboard.press('Home');
    expect(await active(page)).toBe('1');
    await page.locator('#search').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').inputValue()).toBe('');
    expect(await shown(page)).toBe(12);
    expect(await page.locator('#case-list button[tabindex="0"]').count()).toBe(1);
    expect(heard).toEqual([]);
    await close();
  });

  it('shows a finding with its facts on focus and on hover, and hides it with escape', async () => {
    const { page, close } = await open('card', run('compared'));
    const mark = page.locator('mark.finding').first();
    expect(await page.locator('#card').isVisible()).toBe(false);
    await mark.focus();
    const card = (await page.locator('#card').textContent()) ?? '';
    expect(card).toContain('Unexpected "core" for Docker, expected tier preferred');
    expect(card).toContain('skill.docker.tier = preferred (role skills[name=Docker].tier)');
    expect(await mark.getAttribute('aria-describedby')).toBe('card');
    await page.keyboard.press('Escape');
    expect(await page.locator('#card').isVisible()).toBe(false);
    await mark.hover();
    expect(await page.locator('#card').isVisible()).toBe(true);
    await close();
  });

  it('finds words of reports, and nothing where there is nothing', async () => {
    const { page, close } = await open('search', run('compared'));
    await page.locator('#search').fill('kubernetes terraform');
    expect(await shown(page)).toBe(12);
    await page.locator('#search').fill('no such word anywhere');
    expect(await shown(page)).toBe(0);
    expect(await page.locator('#none').isVisible()).toBe(true);
    await close();
  });

  it('filters by what is wrong', async () => {
    const { page, close } = await open('filters', run('failed'));
    const press = (name: string) => page.locator(`#filters button[data-flag="${name}"]`).click();
    await press('broken');
    expect(await page.locator('#case-list .case-id').allTextContents()).toEqual(['nurse-icu-01']);
    await press('failed');
    expect(await page.locator('#case-list .case-id').allTextContents()).toEqual([
      'nurse-icu-01',
      'welder-06',
    ]);
    expect(await page.locator('#filters [aria-pressed="true"]').count()).toBe(2);
    await press('broken');
    await press('failed');
    expect(await shown(page)).toBe(12);
    await close();
  });

  it('puts two reports side by side, marks what differs, and shows first drafts', async () => {
    const { page, close } = await open('sides', run('compared'));
    expect(await page.locator('ins').allTextContents()).toEqual(['a preferred skill', 'Terraform, then']);
    expect((await page.locator('del').allTextContents()).join('')).toBe('one of the core skills');
    await page.locator('#differences').uncheck();
    expect(await page.locator('ins, del').count()).toBe(0);
    expect(await page.locator('#case-texts').textContent()).not.toContain('30 weeks');
    await page.locator('#draft').check();
    expect(await page.locator('#case-texts').textContent()).toContain('30 weeks');
    await page.locator('#right').selectOption({ label: 'a, repeat 2' });
    expect(await page.locator('#case-texts h4').allTextContents()).toEqual([
      'Left: a, repeat 1',
      'Right: a, repeat 2',
    ]);
    await close();
  });

  it('opens a case from the reasons of a gate, and from a dot', async () => {
    const { page, close } = await open('links', run('failed'));
    await page.locator('.worst a').nth(1).click();
    expect(await page.locator('#case-title').textContent()).toBe('line-cook-04');
    await page.locator('circle[data-case="5"]').first().click({ force: true });
    await page.waitForFunction("document.querySelector('#case-title').textContent === 'welder-06'");
    expect(await active(page)).toBe('case-title');
    await close();
  });

  it('shows hostile text as text', async () => {
    const { page, heard, close } = await open('hostile', run('hostile'));
    const visible = HOSTILE.replace('\ud800', '\ufffd');
    expect(await page.locator('#case-title').textContent()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('#case-texts').textContent()).toContain(visible.slice(0, 60));
    expect(await page.locator('img, iframe, script:not(#data)').count()).toBe(1);
    expect(heard).toEqual([]);
    await close();
  });

  it('is switched from light to dark', async () => {
    const { page, close } = await open('theme', run('one-cell'), { colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await ground();
    await page.locator('#theme').click();
    expect(await ground()).not.toBe(before);
    await page.locator('#theme').click();
    expect(await ground()).toBe(before);
    await close();
  });

  it('reads without scripts, and fits a narrow screen', async () => {
    const { page, close } = await open('bare', run('compared'), {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    expect(await page.locator('.verdict').first().isVisible()).toBe(true);
    await close();
    const narrow = await open('narrow', run('hostile'), { viewport: { width: 360, height: 740 } });
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await narrow.close();
  });

  it('holds a thousand cells, and says which texts it left out', async () => {
    const long = `${TEXT_A}${'\nShe knows Git and Docker, and she learns Terraform next.'.repeat(200)}`;
    const input = madeUpRun({
      cases: 250,
      texts: ({ key, variant }) => artifactOf(`${long}\n${variant} ${key}\n`),
    });
    const output = await htmlReporter.render(input);
    expect(output.length).toBeLessThan(12_000_000);
    const { page, heard, close } = await open('thousand', input);
    expect(await shown(page)).toBe(250);
    expect(await page.locator('#cases .lead').first().textContent()).toMatch(
      /^The texts of \d+ of 1000 cells are in this page/,
    );
    await page.locator('#search').fill('welder-06');
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-title').textContent()).toBe('welder-06');
    expect(heard).toEqual([]);
    await close();
  });
});
