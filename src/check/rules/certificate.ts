import type { Clause } from '../claims/clause.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { isOpen, saidOfCandidate } from '../figures/said-of-candidate.ts';
import type { Token } from '../tokens/token.ts';
import { CREDENTIALS } from '../words/credentials.ts';

export const certificate = defineRule({
  id: 'unsupported-certificate',
  severity: 'error',
  category: 'unsupported',
  description: 'The candidate is given a certificate that the resume does not have.',
  good: [
    { text: '## Candidate Profile\n\nShe is a Professional Scrum Master I.' },
    { text: 'The AWS Certified Cloud Practitioner is her goal.' },
    { text: 'Whether the HACCP Certificate is met cannot be told from the resume.' },
    { text: 'A Certified Scrum Master certificate would help, and the role asks for one.' },
  ],
  bad: [
    {
      text: '## Candidate Profile\n\nShe is an Oracle Certified Professional in Databases.',
      at: 'Oracle Certified Professional',
    },
    { text: '## Candidate Profile\n\nShe has passed two ACCA papers.', at: 'ACCA' },
  ],
  check({ reading, sheet, facts, report }) {
    if (!sheet) return;
    const known = [
      ...sheet.candidate.certificates.map((one) => `${one.name} ${one.issuer ?? ''}`),
      ...sheet.candidate.education.map((one) => `${one.studyType} ${one.area} ${one.institution}`),
    ]
      .join(' ')
      .toLowerCase();
    const wanted = [...facts.resources.values()]
      .map((one) => `${one.title} ${one.provider}`)
      .join(' ')
      .toLowerCase();
    for (const sentence of reading.sentences) {
      if (sentence.section === 'roadmap' || sentence.section === 'resources' || sentence.section === 'market')
        continue;
      for (const clause of sentence.clauses) {
        for (const name of namesIn(clause, facts)) {
          const words = name
            .filter((one) => /^\p{Lu}/u.test(one.text) && one.text.length > 1)
            .flatMap((one) => one.text.toLowerCase().split(/\s+/));
          const rest = words.filter((word) => !known.includes(word));
          if (rest.length === 0 || (rest.every((word) => /^certifi/.test(word)) && known !== '')) continue;
          if (rest.every((word) => wanted.includes(word)) && sentence.section !== 'profile') continue;
          const first = name[0] as Token;
          const last = name.at(-1) as Token;
          if (!isClaimed(sentence, clause, clause.tokens.indexOf(first), clause.tokens.indexOf(last) + 1))
            continue;
          report({
            start: first.start,
            end: last.end,
            subject: name.map((one) => one.text).join(' '),
            actual: `certificate "${name.map((one) => one.text).join(' ')}"`,
            expected: sheet.candidate.certificates.map((one) => one.name).join('; ') || 'no certificate',
            facts: [],
          });
        }
      }
    }
  },
});

/** "His certificates in X", and in the part on the candidate "a certificate under X"; else as said outright. */
function isClaimed(sentence: ReadSentence, clause: Clause, from: number, to: number): boolean {
  const link = /^(?:in|under)$/.test(clause.tokens[from - 1]?.norm ?? '');
  const noun = clause.tokens[from - 2];
  if (!link || !/^certificat/.test(noun?.norm ?? '')) return saidOfCandidate(clause, from, to);
  const owned = /^(?:her|his|your)$/.test(clause.tokens[from - 3]?.norm ?? '') && /s$/.test(noun?.text ?? '');
  // What a plural owned would do, it is there to do.
  if (owned) return !clause.unclaimed && !has(clause.tokens.slice(0, from), /^(?:not|no|never|without|if)$/);
  return sentence.section === 'profile' && !isOpen(clause, from, to);
}

const NAMED = [
  'candidate',
  'certificate',
  'resource',
  'provider',
  'institution',
  'employer',
  'role',
] as const;

const opens = (clause: Clause, token: Token | undefined): boolean =>
  token === clause.sentence.tokens[0] &&
  /^(?:whether|the|a|an|her|his|your|if|no|neither|for|with|as|this|that|and|but|also|she|he|you)$/.test(
    token?.norm ?? '',
  );

/** Capital words around "Certified" or "Certificate", and bare names of credentials. */
function namesIn(clause: Clause, facts: FactIndex): Token[][] {
  const { tokens } = clause;
  const names: Token[][] = [];
  tokens.forEach((token, at) => {
    if (
      termAt(token, 'certificate') ||
      termAt(token, 'resource') ||
      termAt(token, 'provider') ||
      termAt(token, 'institution')
    )
      return;
    const gate = token.term && facts.sheet?.gates.find(({ name }) => name === termAt(token, 'gate'));
    if (gate?.status === 'not met' && gate.kind !== 'degree') names.push([token]);
    const credential = facts.skills.get(termAt(token, 'skill') ?? '');
    if (CREDENTIALS.has(token.text) || (credential?.kind === 'credential' && credential.status === 'unknown'))
      names.push([token]);
    else if (/^(?:Certified|Chartered|Certificate|Certification|Licensed)$/.test(token.text)) {
      let from = at;
      let to = at + 1;
      const capital = (one: Token | undefined) =>
        one !== undefined &&
        (one.kind === 'word' || one.kind === 'term') &&
        /^\p{Lu}/u.test(one.text) &&
        !termAt(one, 'candidate');
      // A sentence's first word bears a capital of its own ("Whether HACCP Certificate ...").
      while (capital(tokens[from - 1]) && !opens(clause, tokens[from - 1])) from -= 1;
      while (capital(tokens[to])) to += 1;
      if (to - from > 1) names.push(tokens.slice(from, to));
    } else if (
      /^(?:certificates?|certification)$/.test(token.text) &&
      /^(?:in|under)$/.test(tokens[at + 1]?.norm ?? '')
    ) {
      let to = at + 2;
      while (/^\p{Lu}/u.test(tokens[to]?.text ?? '') && tokens[to]?.kind !== 'figure') to += 1;
      if (to > at + 2) names.push(tokens.slice(at + 2, to));
    } else if (/^(?:certificate|certification|licence|license|diploma)$/.test(token.text)) {
      let from = at;
      while (
        /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '') &&
        !NAMED.some((kind) => termAt(tokens[from - 1] as Token, kind))
      )
        from -= 1;
      const determiner = /^(?:a|an|the|her|his|your|also)$/.test(tokens[from - 1]?.norm ?? '');
      const owns = joined(tokens.slice(0, from)).match(
        /(?:^| )(?:have|hold|possess|earn|earned|gain|gained|own)(?: |$)/,
      );
      if (from < at && determiner && owns) names.push(tokens.slice(from, at));
    }
  });
  return names;
}
