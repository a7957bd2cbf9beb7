import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RULES, type Rule } from '../../src/check/index.ts';

export const RULE_DOCS = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

/** The pages on the rules by file name: one for each rule, and the list. */
export function renderRuleDocs(): Map<string, string> {
  const pages = new Map<string, string>(RULES.map((rule) => [`${rule.id}.md`, renderPage(rule)]));
  const rows = RULES.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.category} | ${rule.description.replace(/\|/g, '\\|')} |`,
  );
  pages.set(
    'README.md',
    [
      '# Rules of the checker',
      '',
      '| Rule | Severity | Category | What it finds |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n'),
  );
  return pages;
}

const LANGUAGES = {
  any: 'Reads texts in any language.',
  other: 'Reads texts in languages that the other rules do not read ([languages.md](../languages.md)).',
} as const;

function renderPage(rule: Rule): string {
  const examples = (list: Rule['good']) => list.flatMap(({ text }) => ['````markdown', text, '````', '']);
  return [
    `# ${rule.id}`,
    '',
    rule.description,
    '',
    `Severity: ${rule.severity}. Category: ${rule.category}.`,
    '',
    rule.selfCheck
      ? 'Works without facts: the text is checked against itself.'
      : 'The examples speak of the case in `test/check/support/example-facts.ts`.',
    '',
    ...(rule.languages === undefined ? [] : [LANGUAGES[rule.languages], '']),
    '## Left alone',
    '',
    ...examples(rule.good),
    '## Found',
    '',
    ...examples(rule.bad),
    '## Options',
    '',
    ...(rule.optIn
      ? [
          `Off unless named: \`checkReport(text, facts, { rules: { '${rule.id}': '${rule.severity}' } })\`.`,
          '',
        ]
      : []),
    `Set its severity, or switch it off: \`checkReport(text, facts, { rules: { '${rule.id}': 'off' } })\`. In a report, \`<!-- gapwright-disable ${rule.id} -->\` switches it off until \`<!-- gapwright-enable -->\`, and \`<!-- gapwright-disable-next-line ${rule.id} -->\` for one line.`,
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(RULE_DOCS, { recursive: true });
  for (const [file, page] of renderRuleDocs()) writeFileSync(RULE_DOCS + file, page);
}
