/**
 * The checker: 700-word reports a second on one core, time against report length and against the number of skills in
 * the facts, memory over many reports. Growth is given as time per unit in one run.
 */
import {
  builtInResources,
  type Case,
  checkReport,
  computeFacts,
  readCase,
  renderReport,
  writeReport,
} from '../../src/index.ts';

async function makeCase(): Promise<Case> {
  const { case: theCase } = await readCase({
    resume: 'examples/nurse/resume.yaml',
    role: 'examples/nurse/role.yaml',
    date: '2026-11-24',
  });
  return theCase;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Cuts or repeats a text to about so many words, at paragraph ends. */
function ofWords(text: string, words: number): string {
  const paragraphs = text.split('\n\n');
  const out: string[] = [];
  for (let count = 0, at = 0; count < words; at += 1) {
    const paragraph = paragraphs[at % paragraphs.length] ?? '';
    out.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return out.join('\n\n');
}

export async function benchChecker(): Promise<void> {
  const theCase = await makeCase();
  const facts = computeFacts(theCase, { resources: builtInResources() });
  const text = renderReport(await writeReport(theCase).report, 'md', { provenance: false });
  const report = ofWords(text, 700);
  for (let i = 0; i < 50; i += 1) checkReport(report, facts);

  const runs = 300;
  const took = time(() => {
    for (let i = 0; i < runs; i += 1) checkReport(report, facts);
  });
  console.log(`\nchecker: ${((runs / took) * 1000).toFixed(0)} reports of 700 words a second on one core`);

  console.log('  time for each KB of report, by its length');
  for (const kilobytes of [1, 10, 100, 1000]) {
    const long = ofWords(text, kilobytes * 165);
    const repeats = Math.max(1, Math.round(100 / kilobytes));
    const each = time(() => {
      for (let i = 0; i < repeats; i += 1) checkReport(long, facts);
    });
    console.log(
      `    ${String(kilobytes).padStart(5)} KB   ${(each / repeats / (long.length / 1000)).toFixed(2)} ms a KB`,
    );
  }

  console.log('  time for a 700-word report, by the number of skills in the facts');
  for (const count of [10, 100, 1000, 10_000]) {
    const skills = Array.from({ length: count }, (_, at) => ({
      name: `Skill number ${at}`,
      tier: 'core' as const,
    }));
    const many = computeFacts({
      ...theCase,
      role: { ...theCase.role, skills: [...theCase.role.skills, ...skills] },
    });
    const first = time(() => checkReport(report, many));
    const again = time(() => {
      for (let i = 0; i < 10; i += 1) checkReport(report, many);
    });
    console.log(
      `    ${String(count).padStart(6)} skills   first ${first.toFixed(0)} ms, then ${(again / 10).toFixed(1)} ms`,
    );
  }

  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 2000; i += 1) checkReport(report, facts);
  globalThis.gc?.();
  console.log(
    `  heap after 2,000 more reports: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(1)} MB more`,
  );
}

if (import.meta.main) await benchChecker();
