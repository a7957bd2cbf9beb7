import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report } from '../../schemas/report.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { openModel } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { makePdf } from '../resume/support/make-pdf.ts';
import { findChromium } from '../support/find-chromium.ts';
import { readExample } from '../support/read-example.ts';
import { type Script, startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter, perfectWriter } from '../support/scripted-writer.ts';
import { openPage } from './support/open-page.ts';
import { openStudio } from './support/open-studio.ts';

const executablePath = findChromium();
if (!executablePath)
  console.warn('The studio is not tested in a browser: found no Chromium (CHROMIUM=PATH names one).');

const SCREENS = {
  'a desk in the light': { viewport: { width: 1280, height: 900 } },
  'a phone in the dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
} satisfies Record<string, BrowserContextOptions>;

const RESUME = [
  { kind: 'name', text: 'Ada Berg' },
  { kind: 'detail', text: 'ada.berg@example.com, +1 555 010 7788' },
  { kind: 'heading', text: 'Skills' },
  { kind: 'bullet', text: 'Python (intermediate)' },
  { kind: 'bullet', text: 'SQL' },
  { kind: 'bullet', text: 'Knitting' },
  { kind: 'heading', text: 'Experience' },
  { kind: 'entry', left: 'Data Analyst, Northwind', right: '2019 - 2023' },
] as const;

describe.skipIf(!executablePath)('the studio in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    // Within a container there is no sandbox to be had; the pages are our own.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] } as Parameters<
      typeof chromium.launch
    >[0]);
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(Object.entries(SCREENS))('leads from a dropped file to five files, on %s', async (_, screen) => {
    const studio = await openStudio();
    const { page, heard, examine, close } = await openPage(browser, studio.url, screen);
    const heading = page.locator('h1');
    await soon(() => heading.textContent()).toBe('Whose skills are they?');
    await examine('1, empty');

    await drop(page, '#resume-file', 'ada berg.pdf', await makePdf(RESUME));
    await soon(() => heading.textContent()).toBe('This is what was read');
    expect(await page.evaluate('document.activeElement.tagName'), 'the new heading has the focus').toBe('H1');
    expect(await page.locator('main').textContent()).toContain('From ada berg.pdf: 3 skills, 1 job');
    await examine('1, read');
    await page.getByRole('button', { name: 'Remove skill Knitting' }).click();
    await page.getByLabel('Level of skill 1').selectOption('advanced');
    await page.getByRole('button', { name: 'Add a skill' }).click();
    await page.getByLabel('Skill of skill 3').fill('Docker');
    await page.getByLabel('From of job 1').fill('20x9');
    await soon(() => page.getByRole('alert').textContent()).toContain('A date is not one');
    expect(await page.getByRole('button', { name: /choose the role/ }).isDisabled()).toBe(true);
    await examine('1, wrong');
    await page.getByLabel('From of job 1').fill('2018-01');
    await soon(() => page.locator('main').textContent()).toMatch(/3 skills, 1 job, 5 years of work/);
    await page.getByRole('button', { name: /choose the role/ }).click();

    await soon(() => heading.textContent()).toBe('Which role is it about?');
    await page.getByLabel('Title of the role').fill('Data Engineer');
    await page.getByLabel('Posting 1').fill('Data Engineer\n\nRequirements\n- Python (expert)\n- SQL');
    await page.getByRole('button', { name: 'Another posting' }).click();
    await page.getByLabel('Posting 2').fill('Data Engineer\n\nRequirements\n- Python\n- SQL');
    await examine('2, choice');
    await page.getByRole('button', { name: 'Make a role of 2 postings' }).click();
    await soon(() => heading.textContent()).toBe('What does it ask for?');
    for (const [at, name] of ['Airflow', 'Docker'].entries()) {
      await page.getByRole('button', { name: 'Add a skill' }).click();
      await page.getByLabel(`Skill of skill ${at + 3}`).fill(name);
    }
    await page.getByLabel('Weight of skill 4').selectOption('emerging');
    await soon(() => page.locator('.figure-line').textContent()).toContain('of 4 skills covered');
    await page.getByText('Skill by skill').click();
    await examine('2, role');
    await page.getByRole('button', { name: 'Go on to writing' }).click();

    await soon(() => heading.textContent()).toBe('Write the report');
    await examine('3, choices');
    await page.getByLabel('Pronoun').selectOption('she');
    await page.getByRole('button', { name: 'Write the report' }).click();
    await page.getByText('No sentence contradicts the facts.').waitFor();
    await examine('3, written');
    await page.getByRole('button', { name: 'Read and edit it' }).click();

    await soon(() => heading.textContent()).toBe('Read it, and make it yours');
    await examine('4, read');
    const pencil = page.getByRole('button', { name: /^Edit: / }).first();
    await pencil.focus();
    await page.keyboard.press('Enter');
    const field = page.getByLabel('Sentence', { exact: true });
    await soon(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await field.fill('Ada Berg has mastered Airflow, and lacks Docker.');
    await soon(() => page.locator('.editor').textContent()).toContain('The facts say');
    const told = (await page.locator('.editor').textContent()) ?? '';
    expect(told).toContain('This contradicts the facts: lacks Docker');
    expect(told).toContain('skill.docker.status');
    await examine('4, wrong');
    await page.keyboard.press('Escape');
    await soon(() => page.evaluate('document.activeElement.className')).toBe('pencil');
    await page.getByRole('button', { name: 'Download it' }).click();

    await soon(() => heading.textContent()).toBe('Take it with you');
    expect(await page.getByRole('alert').textContent()).toContain(
      'Ada Berg has mastered Airflow, and lacks Docker.',
    );
    for (const button of await page.getByRole('button', { name: /^Download as/ }).all())
      expect(await button.isDisabled()).toBe(true);
    await examine('5, refused');
    await page.getByRole('button', { name: 'Mend this sentence' }).click();
    await field.fill('Ada Berg holds Docker; Airflow is missing.');
    await soon(() => page.locator('.editor').textContent()).not.toContain('The facts say');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Download it' }).click();
    await examine('5, ready');
    const files: Record<string, Buffer> = {};
    for (const format of ['md', 'html', 'json', 'pdf', 'docx']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Download as .${format}`, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`skill-gap-report.${format}`);
      files[format] = await readFile(await download.path());
    }
    await examine('5, saved');
    const report = Report.parse(JSON.parse(String(files.json)));
    expect(report.check.summary.errors).toBe(0);
    expect(report.writer.sentences.edited).toBe(1);
    expect(report.facts.candidate.name).toBe('Ada Berg');
    expect(report.facts.skills.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      'Apache Airflow missing',
      'Docker met',
      'Python partial',
      'SQL met',
    ]);
    expect(String(files.md)).toContain('Ada Berg holds Docker; Airflow is missing.');
    expect(String(files.html)).toContain('data-provenance="edited"');
    expect(files.pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.docx?.subarray(0, 2).toString()).toBe('PK');
    expect(heard).toEqual([]);
    await close();
    await studio.close();
  });

  it('shows what happens to a model over a bad network, and ends with a clean report', async () => {
    const theCase = await readExample('nurse');
    const sheet = computeFacts(theCase, { resources: builtInResources(), hoursPerWeek: 8 });
    const server = await startScriptedServer(badNetwork(perfectWriter(sheet), contradictingWriter(sheet)));
    const studio = await openStudio({
      openModel: () => openModel('openai:gpt-4o', { apiKey: 'sk-not-a-key', baseUrl: server.url }),
      retry: { firstDelaySeconds: 0.05 },
    });
    const { page, heard, examine, close } = await openPage(browser, studio.url);
    await page.getByRole('button', { name: /Amara Lindqvist/ }).click();
    await page.getByRole('button', { name: /choose the role/ }).click();
    await page.getByRole('button', { name: /Intensive Care Nurse/ }).click();
    await page.getByRole('button', { name: 'Go on to writing' }).click();
    await examine('3, with a model');
    await page.getByRole('button', { name: 'Write the report' }).click();
    const cards = page.locator('.section-card');
    await soon(() => cards.count()).toBe(6);
    await page
      .getByText('The model’s server is busy and asks for patience. Trying again in 1 second.')
      .waitFor();
    await examine('3, while it is written');
    await page.getByText('No sentence contradicts the facts.').waitFor();
    const happened = (await page.locator('.sections').textContent()) ?? '';
    for (const said of [
      'The model’s server had a fault of its own. Trying again',
      'The connection to the model’s server broke. Trying again',
      'Sent back to the model with what is wrong: 1 sentence, round 1.',
      'corrected by it',
    ])
      expect(happened).toContain(said);
    expect(await page.locator('.section-card.done').count()).toBe(6);
    await examine('3, written by a model');
    await page.getByRole('button', { name: 'Read and edit it' }).click();
    await page.getByRole('button', { name: 'Download it' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as .json' }).click(),
    ]);
    const report = Report.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    expect(report.check.summary.errors).toBe(0);
    expect(report.writer.model).toBe('openai:gpt-4o');
    expect(report.writer.sentences.repaired).toBeGreaterThan(0);
    const sent = server.calls.map(({ raw }) => raw).join('\n');
    expect(sent).not.toMatch(/Amara|Lindqvist|example\.com|Saint Olaf|Lakeside|Duluth/);
    expect(heard).toEqual([]);
    await close();
    await studio.close();
    await server.close();
  });

  it('stops writing when told, and says when the studio is gone or the address is wrong', async () => {
    const server = await startScriptedServer(() => ({ fault: 'hang' }));
    const studio = await openStudio({
      openModel: () => openModel('openai:gpt-4o', { apiKey: 'sk-not-a-key', baseUrl: server.url }),
    });
    const wrong = await openPage(browser, studio.url.replace(/#.*/, '#wrong'));
    await soon(() => wrong.page.getByRole('alert').textContent()).toContain('found no valid token');
    await wrong.examine('no token');
    await wrong.close();

    const { page, close } = await openPage(browser, studio.openOnce());
    await page.getByRole('button', { name: /Amara Lindqvist/ }).click();
    await page.getByRole('button', { name: /choose the role/ }).click();
    await page.getByRole('button', { name: /Intensive Care Nurse/ }).click();
    await page.getByRole('button', { name: 'Go on to writing' }).click();
    await page.getByRole('button', { name: 'Write the report' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The writing was stopped.').waitFor();
    await page.getByLabel('No model').check();
    await studio.close();
    await page.getByRole('button', { name: 'Write it again' }).click();
    await soon(() => page.getByRole('alert').textContent()).toContain('The studio does not answer any more.');
    await close();
    await server.close();
  });

  it('says that a file is too large before it is sent, and what is wrong with one that cannot be read', async () => {
    const studio = await openStudio();
    const { page, heard, close } = await openPage(browser, studio.url);
    await page
      .locator('#resume-file')
      .setInputFiles({ name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_500_000) });
    await soon(() => page.getByRole('alert').textContent()).toContain(
      'it has 10.5 MB, and at most 10 MB can be read',
    );
    await page.locator('#resume-file').setInputFiles({
      name: 'cv.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"skills": [{}]}'),
    });
    await soon(() => page.getByRole('alert').textContent()).toContain('skills[0].name');
    expect(heard.filter((line) => !line.includes('422'))).toEqual([]);
    await close();
    await studio.close();
  });
});

/** Waits as long as a busy machine may take. */
function soon<T>(ask: () => Promise<T>) {
  return expect.poll(ask, { timeout: 20_000 });
}

/** Drops a file as a mouse does. */
async function drop(page: Page, field: string, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    `(() => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(content.toString('base64'))}), (char) => char.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
      return transfer;
    })()`,
  );
  const zone = page.locator(`.drop:has(${field})`);
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

/** One fault for the first call of each section; then all is well, but for one that contradicts the facts. */
function badNetwork(good: Script, wrong: Script): Script {
  const seen = new Map<string, number>();
  return (call) => {
    const about = call.section ?? '';
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    if (about === 'skill_gap_assessment') return wrong(call);
    if (before > 0) return good(call);
    switch (about) {
      case 'executive_summary':
        return { status: 429, headers: { 'retry-after': '1' }, error: { message: 'Slow down.' } };
      case 'candidate_profile':
        return { status: 503, error: { message: 'Overloaded.' } };
      case 'market_requirements_analysis':
        return { fault: 'reset' };
      case 'upskilling_roadmap':
        return { content: 'Here you are: {"paragraphs": [' };
      default:
        return { status: 500, error: { message: 'Oops.' } };
    }
  };
}
