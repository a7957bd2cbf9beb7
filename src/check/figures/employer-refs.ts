import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { termAt } from '../claims/words-of.ts';
import type { Token } from '../tokens/token.ts';

export type Job = FactSheet['candidate']['work'][number];

/** An employer of the candidate named in tokens, in full or by the one word that is its own, with its jobs. */
export interface EmployerRef {
  at: number;
  employer: string;
  jobs: readonly Job[];
}

/** Words that many houses bear. */
const common =
  /^(?:hospital|clinic|centre|center|group|school|house|hotel|studio|valley|community|university|college|county|care|homes?|services?|solutions?|systems?|logistics|bank|print|web|data|media|digital|technolog(?:y|ies)|consulting|partners|health|healthcare|ridge|freight|rehab|district|city|national|north|south|east|west|united|general|first|royal|saint|the|and|company|agency|agentur|association|academy|institute|restaurant|kitchen|union|telecom|credit|medical|regional|electric|elektro|energy|housing|international|global|green|blue|rescue|animal|harbou?r|design|works|industries|industrial|foundation|society|bureau|office|self|employed|freelance|park|lake|river|view|lodge|creek|street|town|air|sea|water|market|trust|capital|insurance|software|labs?|diagnostics|research|academy|theatre|garden|travel|airlines|transport|construction|engineering|architects|outdoor|stores?|shop|foods?|dialysis)$/i;

const owners = new WeakMap<FactSheet, ReadonlyMap<string, string>>();

/** The words that belong to one employer alone, and to nothing else that the facts name. */
function ownWords(sheet: FactSheet): ReadonlyMap<string, string> {
  const known = owners.get(sheet);
  if (known) return known;
  const { candidate, role, resources, skills, extras } = sheet;
  const names = [...new Set(candidate.work.flatMap((job) => job.employer ?? []))];
  const others = [
    candidate.name,
    role.title,
    ...candidate.education.flatMap((one) => [one.institution, one.area]),
    ...candidate.certificates.flatMap((one) => [one.name, one.issuer]),
    ...candidate.work.map((job) => job.position),
    ...[...resources.chosen, ...resources.others].flatMap((one) => [one.title, one.provider]),
    ...[...skills, ...extras].map((one) => one.name),
  ];
  const foreign = new Set(wordsOf(others.filter((one) => one !== null).join(' ')));
  const words = new Map<string, string>();
  for (const name of names) {
    // The first alone: what follows may be the place ("Stadtkurier Linz").
    const word = wordsOf(name).find((one) => one.length > 3 && !common.test(one));
    if (word === undefined || foreign.has(word)) continue;
    if (!names.some((other) => other !== name && wordsOf(other).includes(word))) words.set(word, name);
  }
  owners.set(sheet, words);
  return words;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];

/** The employers that tokens name, in order; one that is named twice in a row ("Aire Valley") counts once. */
export function employerRefs(tokens: readonly Token[], sheet: FactSheet): EmployerRef[] {
  const own = ownWords(sheet);
  const refs: EmployerRef[] = [];
  tokens.forEach((token, at) => {
    const id = termAt(token, 'employer');
    const employer =
      id === undefined
        ? token.kind === 'word' && /^\p{Lu}/u.test(token.text) && tokens[at - 1]?.norm !== 'in'
          ? own.get(token.text.toLowerCase())
          : undefined
        : sheet.candidate.work.find((job) => String(job.index) === id)?.employer;
    const last = refs.at(-1);
    if (!employer || (last?.employer === employer && at - last.at <= 2)) return;
    refs.push({ at, employer, jobs: sheet.candidate.work.filter((job) => job.employer === employer) });
  });
  return refs;
}
