import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import { groundOf, offlineSection } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { renderReportMarkdown } from '../../src/render/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { DEFAULT_STYLE, SECTIONS } from '../../src/sections/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const date = '2026-11-24';

/** Whatever the offline writer says is true, so any error found in it is a false alarm. */
const own: [string, Record<string, string>][] = [
  ['AI engineer', { resume: 'examples/ai-engineer/resume.json', role: 'examples/ai-engineer/role.json' }],
  ['nurse', { resume: 'examples/nurse/resume.yaml', role: 'examples/nurse/role.yaml' }],
  ['accountant', { resume: 'examples/accountant/resume.json', role: 'examples/accountant/role.json' }],
  [
    'accountant with a plan',
    {
      resume: 'examples/accountant/resume.json',
      role: 'examples/accountant/role.json',
      plan: 'examples/accountant/plan.json',
    },
  ],
].map(([name, files]) => [
  name as string,
  Object.fromEntries(
    Object.entries(files as Record<string, string>).map(([key, file]) => [key, root + file]),
  ),
]);

const shared: [string, Record<string, string>][] = ['a1', 'b2', 'd1'].flatMap((name) => {
  const file = (noun: string) => `${corpus}${name}/${noun}.json`;
  const [resume, role] = [file('resume'), file('role')];
  return [
    [`${name}, plan and resources given`, { resume, role, plan: file('plan'), resources: file('resources') }],
    [`${name}, plan and resources computed`, { resume, role }],
  ] as [string, Record<string, string>][];
});

async function errorsOf(files: Record<string, string>) {
  const { case: theCase } = await readCase({ ...files, date } as never);
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  const sections = SECTIONS.map((section) => {
    const part = offlineSection(groundOf(section, sheet), DEFAULT_STYLE);
    return { ...part, blocks: [...part.blocks, ...section.tables(sheet)] };
  });
  const { text } = renderReportMarkdown({ title: sheet.role.title, sections, facts: sheet } as never, {
    provenance: false,
  });
  const { findings } = checkReport(text, sheet);
  return findings
    .filter((finding) => finding.severity === 'error')
    .map(({ rule, message, quote }) => `${rule}: ${message} <- ${quote}`);
}

describe('offline reports raise no false alarm', () => {
  it.each(own)('%s', async (_, files) => expect(await errorsOf(files)).toEqual([]));
  it.skipIf(!existsSync(corpus)).each(shared)('%s (needs ../shared)', async (_, files) =>
    expect(await errorsOf(files)).toEqual([]),
  );
});
