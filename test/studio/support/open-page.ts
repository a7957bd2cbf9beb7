import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The studio's page in a browser, and all that it said or asked for that it should not have. */
export interface OpenPage {
  page: Page;
  /** Console, faults, and requests to anywhere else. */
  heard: string[];
  /** Fails where axe finds something, or something sticks out at the side. */
  examine(step: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the page as a person does, at the address that was printed. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const heard: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(`${origin}/`) && !asked.startsWith(`blob:${origin}/`))
      heard.push(`request: ${asked}`);
  });
  await page.goto(url);
  return {
    page,
    heard,
    async examine(step) {
      await page.evaluate(AXE);
      const found = await page.evaluate(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`,
      );
      expect(found, step).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        step,
      ).toBeLessThanOrEqual(0);
    },
    close: () => context.close(),
  };
}
