import type { Clause } from '../claims/clause.ts';
import { isRestrictive } from '../claims/find-owner.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { Token } from '../tokens/token.ts';
import { ACHIEVEMENTS } from '../words/achievements.ts';

const people = /^(?:she|he|you|candidate|applicant)$/;

export const achievement = defineRule({
  id: 'unsupported-achievement',
  severity: 'error',
  category: 'unsupported',
  description:
    'A talk, a publication, an award or a patent is put down to the candidate, and the resume tells of none.',
  good: [
    { text: '## Candidate Profile\n\nShe has not spoken at a conference yet.' },
    { text: '## Roadmap\n\nIn the last phase she gives a talk at a local conference.' },
  ],
  bad: [
    {
      text: '## Candidate Profile\n\nA published paper on caching shows that she can write.',
      at: 'published paper',
    },
    {
      text: '## Candidate Profile\n\nShe has spoken at three conferences.',
      at: 'spoken at three conferences',
    },
    { text: '## Candidate Profile\n\nIn 2024 she won an industry award.', at: 'award' },
  ],
  check({ reading, facts, report }) {
    const told = facts.sheet?.candidate.told?.words;
    if (!told) return;
    const open = ACHIEVEMENTS.filter(({ told: roots }) => !told.some((word) => roots.test(word)));
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      for (const { name, verbs, nouns } of open) {
        if (!sentence.tokens.some((token) => nouns.test(token.norm))) continue;
        for (const clause of sentence.clauses) {
          const place = placeIn(clause, verbs, nouns);
          if (!place) continue;
          report({
            ...place,
            subject: name,
            actual: sentence.tokens
              .filter((token) => token.start >= place.start && token.end <= place.end)
              .map((token) => token.text)
              .join(' '),
            expected: `no ${name} is in the resume`,
          });
        }
      }
    }
  },
});

/** A verb of the kind done by the candidate, and its noun within a few words after it. */
function placeIn(clause: Clause, verbs: RegExp, nouns: RegExp): { start: number; end: number } | undefined {
  const { tokens } = clause;
  if (clause.unclaimed || isRestrictive(clause)) return undefined;
  const verb = tokens.findIndex((token) => token.kind === 'word' && verbs.test(token.text.toLowerCase()));
  // "A published paper shows that she can write": what opens the clause is given, whatever its mood.
  const given = verb === 1 && nouns.test(tokens[2]?.norm ?? '');
  if (verb < 0 || (clause.mood !== 'stated' && !given)) return undefined;
  const noun = tokens.findIndex((token, i) => i > verb && i - verb <= 6 && nouns.test(token.norm));
  const before = tokens.slice(0, verb);
  const named = before.some((token) => people.test(token.norm) || termAt(token, 'candidate') !== undefined);
  // "work about which she has spoken", "and has won": the subject stands in the clause or is left out.
  const elided = before.every((token) =>
    /^(?:and|also|has|have|,|since|then|a|an|her|his|your)$/.test(token.norm),
  );
  if (noun < 0 || !(named || elided)) return undefined;
  if (
    has(
      tokens.slice(0, noun),
      /^(?:not|no|never|without|nor|neither|if|would|could|may|might|should|must|want|plan|hope|ask|like|can|employer|role)$/,
    )
  )
    return undefined;
  if (/(?:^| )(?:will|going to|able to)(?: |$)/.test(joined(before))) return undefined;
  return { start: (tokens[verb] as Token).start, end: (tokens[noun] as Token).end };
}
