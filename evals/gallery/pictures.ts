import { execFile } from 'node:child_process';
import { access, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A picture in a report's folder, or why there is none. */
export type Picture = { of: string; file: string } | { of: string; skipped: string };

/** Takes pictures of one format of the report in a folder. */
type Photographer = (folder: string) => Promise<Picture[]>;

/** The first of these programs that is on the PATH. */
async function findProgram(...names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const dir of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(dir, name);
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return undefined;
}

/** Each page of a PDF as a PNG, named after `of`. */
async function photographPages(folder: string, pdf: string, of: string): Promise<Picture[]> {
  const program = await findProgram('pdftoppm');
  if (!program) return [{ of, skipped: `no pictures of the ${of}: pdftoppm is not installed` }];
  await run(program, ['-r', '75', '-png', join(folder, pdf), join(folder, of.toLowerCase())]);
  const names = (await readdir(folder)).filter((name) => new RegExp(`^${of}-\\d+\\.png$`, 'i').test(name));
  return names.sort().map((file) => ({ of, file }));
}

async function photographDocx(folder: string): Promise<Picture[]> {
  const program = await findProgram('soffice', 'libreoffice');
  if (!program) return [{ of: 'DOCX', skipped: 'no pictures of the DOCX: LibreOffice is not installed' }];
  const profile = join(folder, '.office');
  const converted = join(folder, '.converted');
  await run(program, [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    converted,
    join(folder, 'report.docx'),
  ]);
  await rename(join(converted, 'report.pdf'), join(folder, 'report-docx.pdf'));
  const pictures = await photographPages(folder, 'report-docx.pdf', 'DOCX');
  for (const path of [profile, converted, join(folder, 'report-docx.pdf')])
    await rm(path, { recursive: true, force: true });
  return pictures;
}

const VIEWS = [
  { name: 'light', width: 1280, scheme: 'light' },
  { name: 'dark', width: 1280, scheme: 'dark' },
  { name: 'phone', width: 390, scheme: 'light' },
] as const;

async function photographHtml(folder: string): Promise<Picture[]> {
  const executablePath = await findProgram('chromium', 'chromium-browser', 'google-chrome');
  if (!executablePath) return [{ of: 'HTML', skipped: 'no pictures of the HTML: Chromium is not installed' }];
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const pictures: Picture[] = [];
    for (const { name, width, scheme } of VIEWS) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
      await page.goto(pathToFileURL(join(folder, 'report.html')).href);
      const file = `html-${name}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      await page.close();
      pictures.push({ of: `HTML, ${name}`, file });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** One for each format that has a look. */
export const PICTURES: readonly Photographer[] = [
  (folder) => photographPages(folder, 'report.pdf', 'PDF'),
  photographDocx,
  photographHtml,
];
