import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { markdownTable } from 'markdown-table';
import { builtInCatalog } from '../../src/skills/index.ts';
import { readSets, SHARED } from './labelled-text.ts';
import { f1, measure } from './measure.ts';
import { makeMethods } from './methods.ts';
import { scoreResumes } from './score-resumes.ts';

/** Measures how well skills are found in running text and in resumes, beside the two usual ways, and prints tables. */
export async function main(): Promise<void> {
  const sets = readSets();
  if (sets.length === 0) {
    process.stderr.write(`Nothing measured: found no data in ${SHARED}, expected the labelled sets there.\n`);
    return;
  }
  const methods = makeMethods(builtInCatalog());
  const common = readCommonWords();
  const rows = sets.flatMap(({ name, texts }) => {
    const target = texts.some(({ labels }) => labels.some(({ kind }) => kind === 'knowledge'))
      ? 'knowledge'
      : 'skill';
    return methods.map((method) => {
      const { found, right, labels, reached, doubtful, doubtfulRight } = measure(
        texts,
        method,
        (word) => common.has(word),
        target,
      );
      const [precision, recall] = [share(right, found), share(reached, labels)];
      return [
        name,
        method.id,
        String(found),
        figure(precision),
        figure(recall),
        figure(f1(precision, recall)),
        doubtful === 0 ? '-' : `${figure(share(doubtfulRight, doubtful))} (${doubtful})`,
      ];
    });
  });
  print(
    'Skills named in job postings',
    ['set', 'method', 'found', 'precision', 'recall', 'F1', 'precision of common words (n)'],
    rows,
  );
  const resumes = await scoreResumes(methods);
  print(
    'Skills held, by resume (text of the sample resumes)',
    ['method', 'named', 'precision', 'recall', 'F1'],
    resumes.skills.map(({ method, named, precision, recall }) => [
      method,
      String(named),
      figure(precision),
      figure(recall),
      figure(f1(precision, recall)),
    ]),
  );
  print(
    'Fields of the sample resumes',
    ['field', 'in the resumes', 'read the same'],
    resumes.fields.map(({ field, given, same }) => [field, String(given), String(same)]),
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function figure(value: number): string {
  return value.toFixed(2);
}

/** The words of the measured list of ambiguous terms. */
function readCommonWords(): Set<string> {
  const lines = readFileSync(`${SHARED}aliases/ambiguous_terms_measured.txt`, 'utf8').split('\n');
  return new Set(lines.flatMap((line) => /^(\S+)\s+substr/.exec(line)?.[1] ?? []));
}

function print(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  process.stdout.write(
    `${title}\n\n${markdownTable([head, ...rows], { align: head.map((_, at) => (at < 2 ? 'l' : 'r')) })}\n\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
