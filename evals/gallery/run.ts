/**
 * Every example in every format, with a picture of each page, and one page to look through them:
 * `npm run gallery`, or `node evals/gallery/run.ts NAME...` for some. Written to examples/out/gallery.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RENDERERS, type Report, readCase, writeReport } from '../../src/index.ts';
import { gallery, type Shown } from './page.ts';
import { PICTURES, type Picture } from './pictures.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const out = join(root, 'examples/out/gallery');

interface Item {
  resume: string;
  role: string;
  plan?: string;
  language?: string;
}

const inFolder = (folder: string, ending: string, plan = false): Item => ({
  resume: `${folder}/resume.${ending}`,
  role: `${folder}/role.${ending}`,
  ...(plan && { plan: `${folder}/plan.json` }),
});

/** The examples, then cases that strain a layout. */
const ITEMS: Readonly<Record<string, Item>> = {
  'ai-engineer': inFolder('examples/ai-engineer', 'json'),
  accountant: inFolder('examples/accountant', 'json', true),
  nurse: inFolder('examples/nurse', 'yaml'),
  'nurse-in-german': { ...inFolder('examples/nurse', 'yaml'), language: 'de' },
  'accountant-in-spanish': { ...inFolder('examples/accountant', 'json', true), language: 'es' },
  'no-gaps': inFolder('evals/cases/front-end-no-gaps', 'json'),
  'few-gaps': inFolder('evals/cases/lab-technician-few-gaps', 'json'),
  'sixty-gaps': inFolder('evals/cases/sre-sixty-gaps', 'json'),
  'name-in-japanese': inFolder('evals/cases/receptionist-name-in-japanese', 'yaml'),
  'name-in-arabic': inFolder('evals/cases/social-worker-name-in-arabic', 'yaml'),
};

async function write({ resume, role, plan, language }: Item): Promise<Report> {
  const { case: theCase } = await readCase({
    resume: join(root, resume),
    role: join(root, role),
    ...(plan !== undefined && { plan: join(root, plan) }),
    date: '2026-11-24',
  });
  return writeReport(theCase, { language }).report;
}

async function show(name: string, report: Report): Promise<Shown> {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const renderer of RENDERERS) {
    const file = `report.${renderer.extension}`;
    await writeFile(join(folder, file), await renderer.render(report));
    files.push(file);
  }
  const pictures: Picture[] = [];
  for (const take of PICTURES) pictures.push(...(await take(folder)));
  return { name, title: report.title, files, pictures };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in ITEMS));
if (unknown.length > 0)
  throw new Error(`cannot show ${unknown.join(', ')}: expected some of ${Object.keys(ITEMS).join(', ')}`);
const shown: Shown[] = [];
for (const [name, item] of Object.entries(ITEMS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const result = await show(name, await write(item));
  shown.push(result);
  const skipped = result.pictures.filter((picture) => 'skipped' in picture);
  console.log(
    `${name}: ${result.files.length} files, ${result.pictures.length - skipped.length} pictures`,
    ...skipped.map(({ skipped: why }) => `(${why})`),
  );
}
await writeFile(join(out, 'index.html'), gallery(shown));
console.log(`Open ${join('examples/out/gallery', 'index.html')} in a browser.`);
