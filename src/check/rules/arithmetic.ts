import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';

const equals = /^(?:make|be|=|equal|give|come|total|yield|amount)$/;
const glue = /^(?:to|a|an|total|of|up|in|all|exactly|together)$/;

/** A figure at the start of a reckoning may bear any of these units, and a later one may leave it out. */
const summed = new Set(['week', 'hour', 'day', 'month', 'year', 'money', 'count']);

export const arithmetic = defineRule({
  id: 'arithmetic',
  severity: 'error',
  category: 'sum',
  description: 'A sum or a product that the text writes out does not come to what it says.',
  selfCheck: true,
  good: [
    { text: 'Six plus four weeks make 10 weeks.' },
    { text: '9 + 6 + 5 = 20 weeks.' },
    { text: 'Twenty weeks times six hours make 120 hours.' },
  ],
  bad: [
    { text: 'Six plus four weeks make 11 weeks.', at: '11 weeks' },
    { text: '12 plus 8 plus 6 weeks makes 28.', at: '28' },
    { text: '20 weeks times six hours give 140 hours.', at: '140 hours' },
  ],
  check({ reading, report }) {
    for (const { tokens } of reading.sentences) {
      for (let i = 0; i < tokens.length; i += 1) {
        const chain = chainFrom(tokens, i);
        if (!chain) continue;
        i = chain.at;
        const { figures, product, token } = chain;
        const said = token.figure as Figure;
        const values = figures.map((figure) => figure.value);
        const value = product
          ? values.reduce((result, one) => result * one, 1)
          : values.reduce((result, one) => result + one, 0);
        if (agrees(said, value)) continue;
        report({
          start: (tokens[chain.from] as Token).start,
          end: token.end,
          subject:
            said.unit === 'count' ? 'sum' : `total ${said.unit === 'money' ? 'price' : `${said.unit}s`}`,
          actual: token.text,
          expected: `${Math.round(value * 100) / 100} (${values.join(product ? ' × ' : ' + ')})`,
        });
      }
    }
  },
});

interface Chain {
  figures: readonly Figure[];
  product: boolean;
  from: number;
  /** Where the result stands. */
  at: number;
  token: Token;
}

const isPlain = (token: Token | undefined): token is Token & { figure: Figure } =>
  token?.figure !== undefined &&
  token.figure.high === null &&
  token.figure.closeness === 'exact' &&
  summed.has(token.figure.unit);

/** "A plus B plus C make D" from here on. */
function chainFrom(tokens: readonly Token[], from: number): Chain | undefined {
  const first = tokens[from];
  if (!isPlain(first)) return undefined;
  const figures: Figure[] = [first.figure];
  let operator = '';
  let at = from;
  for (;;) {
    const sign = tokens[at + 1]?.norm ?? '';
    const next = tokens[at + 2];
    const kind = /^(?:plus|\+)$/.test(sign) ? '+' : /^(?:time|times|×|x)$/.test(sign) ? '×' : '';
    if (kind === '' || !isPlain(next)) break;
    if (operator !== '' && operator !== kind) return undefined;
    operator = kind;
    figures.push(next.figure);
    at += 2;
  }
  if (operator === '' || /^(?:plus|\+|minus|-|–|time|times|×|x|of)$/.test(tokens[from - 1]?.norm ?? ''))
    return undefined;
  const product = operator === '×';
  if (product && figures.length > 2) return undefined;
  if (!product && new Set(figures.map((one) => one.unit).filter((unit) => unit !== 'count')).size > 1)
    return undefined;
  if (!equals.test(tokens[at + 1]?.norm ?? '')) return undefined;
  let end = at + 2;
  while (glue.test(tokens[end]?.norm ?? '')) end += 1;
  const token = tokens[end];
  if (token?.figure === undefined || token.figure.high !== null || !summed.has(token.figure.unit))
    return undefined;
  const unit = figures.find((one) => one.unit !== 'count')?.unit;
  if (!product && unit !== undefined && token.figure.unit !== 'count' && token.figure.unit !== unit)
    return undefined;
  return { figures, product, from, at: end, token };
}
