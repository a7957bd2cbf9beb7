import { joined } from '../../claims/words-of.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';

/** Numbers that a text adds up, and where their sum stands. Indices in the tokens given. */
export interface ListedSum {
  parts: readonly number[];
  at: number;
}

const summed = new Set(['week', 'hour', 'day', 'month', 'year', 'money', 'count']);

const isPlain = (token: Token | undefined): token is Token & { figure: Figure } =>
  token?.figure !== undefined &&
  token.figure.high === null &&
  token.figure.closeness === 'exact' &&
  token.figure.per === null &&
  summed.has(token.figure.unit);

const joints = /^(?:,|and|&|plus)$/;
/** What may stand between the last of the numbers and their sum. */
const towards =
  /^(?:,|;|–|—|so|which|that|this|it|they|together|jointly|combined|in|all|total|altogether|a|an|of|sum|up|to|be|make|come|add|give|amount|equal|=|and|hence|thus|for|or|told|overall|up|['’]s)$/;
const equates =
  /(?:^| )(?:make|come to|add up to|amount to|equal|=|give|total|sum up to|sum to|together|altogether|in all|in total)(?: |$)/;

/** "Seven, five, four and three make twenty weeks", "8 and 7 weeks, so together it is 16 weeks". */
function bareSum(tokens: readonly Token[], at: number): number[] {
  let last = at - 1;
  while (last >= 0 && !tokens[last]?.figure && towards.test(tokens[last]?.norm ?? '')) last -= 1;
  if (!isPlain(tokens[last]) || !equates.test(joined(tokens.slice(last + 1, at)))) return [];
  const parts = [last];
  let i = last;
  for (;;) {
    let next = i - 1;
    while (joints.test(tokens[next]?.norm ?? '')) next -= 1;
    if (next === i - 1 || !isPlain(tokens[next])) break;
    parts.unshift(next);
    i = next;
  }
  const before = tokens[(parts[0] as number) - 1]?.norm ?? '';
  return parts.length > 1 && !/^(?:of|between|minus|-|–|\+|×|times|from|phase|week|to)$/.test(before)
    ? parts
    : [];
}

const totals = /^(?:in all|in total|altogether|all told|all in all|in sum|together|overall)(?: |$)/;
const totalsBefore =
  /(?:^| )(?:together|altogether|in all|in total|all told|make|making|a total of|for a total of)$/;
/** Words that make a number more than a part of the sum. */
const foreign =
  /^(?:of|than|from|into|after|before|more|less|fewer|if|not|per|each|every|another|further|against|instead|phase|week|level|among|including|include|with)$/;

/** "Eight core skills, six preferred and two emerging, sixteen in all". */
function describedSum(tokens: readonly Token[], at: number): number[] {
  const said = tokens[at]?.figure as Figure;
  const before = joined(tokens.slice(Math.max(0, at - 4), at));
  const after = joined(tokens.slice(at + 1, at + 5));
  const isTotal = totals.test(after) || totals.test(after.replace(/^\S+ /, ''));
  if (!isTotal && !(totalsBefore.test(before) && /[,–—(]/.test(before))) return [];
  const parts: number[] = [];
  let gap = 0;
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (/^[.;:()]$/.test(token.text) && parts.length === 0 && token.text !== '(') break;
    if (/^[.;:()]$/.test(token.text)) break;
    if (token.figure) {
      const { figure } = token;
      // The number of the paragraph.
      if (i === 0 && figure.value % 1 !== 0) break;
      const next = tokens[i + 1]?.norm ?? '';
      const isSame =
        figure.unit === said.unit ||
        (figure.unit === 'count' && /^(?:for|to|on|in|,|and|go|of)$/.test(next) && said.unit !== 'count');
      if (!isPlain(token) || !isSame) return [];
      parts.unshift(i);
      gap = 0;
      continue;
    }
    gap += 1;
    if (parts.length > 0 && gap > 6) break;
    if (parts.length === 0 && gap > 8) return [];
    // Words before the first part are no concern of the sum.
    const isInside = tokens.slice(Math.max(0, i - 6), i).some((one) => one.figure);
    const isOf =
      token.norm === 'of' &&
      said.unit !== 'count' &&
      !/^(?:the|them|these|those|which|whom|its|it|your|her|his|all)$/.test(tokens[i + 1]?.norm ?? '');
    if (isInside && foreign.test(token.norm) && !isOf) return [];
  }
  const [first] = parts;
  if (parts.length < 2 || first === undefined) return [];
  const parted = parts.slice(1).every((part, i) => {
    const between = tokens.slice((parts[i] as number) + 1, part);
    return between.some((token) => joints.test(token.norm));
  });
  // A number further ahead would have to be read first; the one that a paragraph starts with is its own.
  const outside = tokens.slice(1, first).some((token) => token.figure && token.figure.unit === said.unit);
  return parted && !outside ? parts : [];
}

/** The sums that a sentence gives of the numbers that it lists. */
export function listedSums(tokens: readonly Token[]): ListedSum[] {
  return tokens.flatMap((token, at) => {
    if (token.figure?.high !== null || !summed.has(token.figure.unit) || token.figure.per !== null) return [];
    const bare = bareSum(tokens, at);
    const parts = bare.length > 0 ? bare : describedSum(tokens, at);
    if (parts.length === 0) return [];
    const units = new Set(
      [...parts, at].flatMap((i) => {
        const unit = tokens[i]?.figure?.unit;
        return unit === undefined || unit === 'count' ? [] : [unit];
      }),
    );
    return units.size <= 1 ? [{ parts, at }] : [];
  });
}
