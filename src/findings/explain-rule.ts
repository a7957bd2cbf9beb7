import type { RuleText } from './finding-format.ts';

/** What there is to know of a rule: what it finds, how much it weighs, and texts that it leaves alone and finds. */
export function explainRule({ id, severity, category, description, good = [], bad = [] }: RuleText): string {
  const list = (head: string, examples: readonly { text: string }[]) =>
    examples.length === 0
      ? []
      : ['', head, ...examples.map(({ text }) => `  - ${text.replace(/\n(?!\n|$)/g, '\n    ')}`)];
  return [
    `${id} (${severity}${category === undefined ? '' : `, ${category}`})`,
    description,
    ...list('Leaves alone:', good),
    ...list('Finds:', bad),
    '',
  ].join('\n');
}
