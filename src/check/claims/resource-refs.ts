import type { ChosenResource } from '../../../schemas/fact-sheet.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import type { Token } from '../tokens/token.ts';
import type { ReadSentence } from './read-report.ts';
import { termAt } from './words-of.ts';

export interface ResourceRef {
  at: number;
  resource: ChosenResource;
  token: Token;
}

/** The resources that tokens name. What is a skill too counts in the part on resources only. */
export function readResourceRefs(
  tokens: readonly Token[],
  facts: FactIndex,
  section: ReadSentence['section'],
): ResourceRef[] {
  return tokens.flatMap((token, at) => {
    const id = termAt(token, 'resource');
    if (id === undefined || (termAt(token, 'skill') !== undefined && section !== 'resources')) return [];
    const resource = facts.resources.get(id);
    return resource ? [{ at, resource, token }] : [];
  });
}

/** Resources named one after the other, up to the last one before `at`. */
export function listBefore(
  refs: readonly ResourceRef[],
  at: number,
  tokens: readonly Token[],
): ResourceRef[] {
  const before = refs.filter((ref) => ref.at < at);
  const list: ResourceRef[] = [];
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const ref = before[i] as ResourceRef;
    const next = list[0];
    if (next && !coordinated(tokens.slice(ref.at + 1, next.at))) break;
    list.unshift(ref);
  }
  return list;
}

/** Only commas, "and" and names of providers stand between. */
function coordinated(between: readonly Token[]): boolean {
  if (!between.some((token) => /^(?:,|and|or|&|nor)$/.test(token.norm))) return false;
  return between.every(
    (token) =>
      /^(?:,|and|or|nor|&|the|'s|’s|s|as|well|own|book|course|both|from|by|at|on)$/.test(token.norm) ||
      termAt(token, 'provider') !== undefined,
  );
}
