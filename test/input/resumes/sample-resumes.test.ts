import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactSheet, Resume } from '../../../schemas/index.ts';
import { computeFacts } from '../../../src/facts/index.ts';
import { readResume } from '../../../src/input/resumes/read-resume.ts';
import { type DocumentBlock, layOutResume } from '../../resume/support/document-blocks.ts';
import { makeDocx } from '../../resume/support/make-docx.ts';
import { makeHtml } from '../../resume/support/make-html.ts';
import { makePdf } from '../../resume/support/make-pdf.ts';
import { makeMarkdown, makeText } from '../../resume/support/make-text.ts';
import { readExample } from '../../support/read-example.ts';

const shared = fileURLToPath(new URL('../../../../shared/data/resumes/jsonresume/', import.meta.url));
const samples = existsSync(shared)
  ? readdirSync(shared)
      .filter((name) => name.endsWith('.resume.json'))
      .sort()
  : [];
if (samples.length === 0)
  process.stderr.write(`The sample resumes are not tested: found none in ${shared}.\n`);

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write(
      'PDF made by LibreOffice is not tested: found no soffice (Debian: libreoffice-writer-nogui).\n',
    );
    return false;
  }
})();

const { role } = await readExample('ai-engineer');
const factsOf = (resume: Resume): FactSheet => computeFacts({ resume, role, date: '2026-10-01' });

/** The resume as it is laid out: without what no fact but the bag of told words (`candidate.told`) hangs on. */
function laidOut({ awards: _, publications: __, interests: ___, ...resume }: Resume): Resume {
  return {
    ...resume,
    work: resume.work?.map(({ description: _description, ...job }) => job),
    education: resume.education?.map(({ score: _score, ...study }) => study),
  };
}

function withoutTold({ candidate, ...sheet }: FactSheet) {
  const { told: _, ...rest } = candidate;
  return { ...sheet, candidate: rest };
}

/** Ways to make a document of a resume in this process. */
const makers: Readonly<
  Record<
    string,
    (blocks: readonly DocumentBlock[], resume: Resume) => Promise<string | Uint8Array> | string | Uint8Array
  >
> = {
  'resume.txt': makeText,
  'resume.md': makeMarkdown,
  'resume.docx': makeDocx,
  'one-column.pdf': (blocks) => makePdf(blocks),
  'two-columns.pdf': (blocks, { basics }) =>
    makePdf(blocks, {
      sidebar: ['Skills', 'Languages', 'Certifications'],
      footer: `${basics?.name} - ${basics?.email}`,
    }),
  'name-beside.pdf': (blocks) =>
    makePdf(blocks, { sidebar: ['Skills', 'Languages', 'Certifications'], nameInColumn: true }),
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-samples-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe.skipIf(samples.length === 0)('a sample resume', () => {
  it.each(samples.flatMap((sample) => Object.keys(makers).map((file) => [sample, file] as const)))(
    '%s as %s has the facts of its JSON',
    async (sample, file) => {
      const { resume } = await readResume(shared + sample);
      const folder = join(dir, sample);
      await mkdir(folder, { recursive: true });
      const path = join(folder, file);
      await writeFile(path, (await makers[file]?.(layOutResume(resume), resume)) ?? '');
      expect(factsOf((await readResume(path)).resume)).toEqual(factsOf(laidOut(resume)));
    },
  );

  it.each(samples)(
    '%s has all its facts in what is laid out, but for words that are only told',
    async (sample) => {
      const { resume } = await readResume(shared + sample);
      expect(withoutTold(factsOf(laidOut(resume)))).toEqual(withoutTold(factsOf(resume)));
    },
  );

  it('whose dates are written by the month has the same, by the month', async () => {
    for (const sample of samples) {
      const { resume } = await readResume(shared + sample);
      const path = join(dir, `${sample}.months.txt`);
      await writeFile(path, makeText(layOutResume(resume, { dates: 'month' })));
      expect(factsOf((await readResume(path)).resume)).toEqual(factsOf(byMonth(laidOut(resume))));
    }
  });
});

/** The resume with its dates cut to the month. */
function byMonth(resume: Resume): Resume {
  return JSON.parse(JSON.stringify(resume), (key, value) =>
    /^(?:startDate|endDate|date)$/.test(key) && typeof value === 'string' ? value.slice(0, 7) : value,
  ) as Resume;
}

describe.skipIf(samples.length === 0 || !hasOffice)(
  'PDFs that LibreOffice makes of the sample resumes',
  () => {
    it('have the facts of their JSON', { timeout: 120_000 }, async () => {
      const folder = join(dir, 'office');
      await mkdir(folder);
      const sources: { resume: Resume; path: string }[] = [];
      for (const sample of samples) {
        const { resume } = await readResume(shared + sample);
        const blocks = layOutResume(resume);
        for (const [kind, content] of [
          ['html', makeHtml(blocks)],
          ['docx', makeDocx(blocks)],
        ] as const) {
          const path = join(folder, `${sample}-${kind}.${kind}`);
          await writeFile(path, content);
          sources.push({ resume, path });
        }
      }
      // A profile of its own: two of them at once would stop each other.
      const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
      const paths = sources.map(({ path }) => path);
      await promisify(execFile)('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...paths,
      ]);
      for (const { resume, path } of sources) {
        const read = await readResume(path.replace(/\.(?:html|docx)$/, '.pdf'));
        expect(read.format).toBe('pdf');
        expect(factsOf(read.resume), path).toEqual(factsOf(laidOut(resume)));
      }
    });
  },
);
