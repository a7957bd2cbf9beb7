/**
 * How long each format takes and how large its file is, as ratios to Markdown in one process: a report of 14 skills and
 * one of 60. The first PDF of a process also reads the machine's fonts, which is told apart.
 */
import { fileURLToPath } from 'node:url';
import { RENDERERS, type Report, readCase, writeReport } from '../../src/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CASES: Readonly<Record<string, string>> = {
  '14 skills asked for': 'examples/ai-engineer',
  '60 skills asked for': 'evals/cases/sre-sixty-gaps',
};

async function write(folder: string): Promise<Report> {
  const { case: theCase } = await readCase({
    resume: `${root}${folder}/resume.json`,
    role: `${root}${folder}/role.json`,
    date: '2026-11-24',
  });
  return writeReport(theCase).report;
}

type Format = (typeof RENDERERS)[number];

async function timeOf(renderer: Format, report: Report): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const file = await renderer.render(report);
  return { ms: performance.now() - start, bytes: Buffer.from(file as Uint8Array).length };
}

/** The least of some rounds: what the machine can do. */
async function best(
  renderer: Format,
  report: Report,
  rounds: number,
): Promise<{ ms: number; bytes: number }> {
  let least = await timeOf(renderer, report);
  for (let round = 1; round < rounds; round += 1) {
    const next = await timeOf(renderer, report);
    if (next.ms < least.ms) least = next;
  }
  return least;
}

export async function benchRender(rounds = 10): Promise<void> {
  console.log(`formats, least of ${rounds} runs`);
  for (const [name, folder] of Object.entries(CASES)) {
    const report = await write(folder);
    console.log(`  ${name}`);
    let base: { ms: number; bytes: number } | undefined;
    for (const renderer of RENDERERS) {
      const first = await timeOf(renderer, report);
      const { ms, bytes } = await best(renderer, report, rounds);
      base ??= { ms, bytes };
      console.log(
        `    ${renderer.id.padEnd(6)}${ms.toFixed(1).padStart(8)} ms ${(ms / base.ms).toFixed(0).padStart(5)} x  ${(bytes / 1024).toFixed(0).padStart(5)} KB ${(bytes / base.bytes).toFixed(1).padStart(6)} x   first ${first.ms.toFixed(0)} ms`,
      );
    }
  }
}

if (import.meta.main) await benchRender();
