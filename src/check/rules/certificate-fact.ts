import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { type CertificateRef, certificateRefs } from '../figures/certificate-refs.ts';
import { sameHouse } from '../figures/proper-name.ts';
import type { Token } from '../tokens/token.ts';

/** What may stand between a certificate and its date or issuer; a verb of another event may not. */
const gap =
  /^(?:\(|,|earn|earned|obtain|obtained|pass|passed|gain|gained|acquire|acquired|award|awarded|issue|issued|complete|completed|receive|received|be|in|from|by|of|on|date|dated|since|:|–|—|certificate|diploma|certification|licence|license|the|follow|followed|'s|have)$/;

export const certificateFact = defineRule({
  id: 'certificate-fact',
  severity: 'error',
  category: 'attribute',
  description: 'A certificate of the candidate is given the date or the issuer of another.',
  good: [{ text: '## Candidate Profile\n\nShe is a Professional Scrum Master I, certified in March 2025.' }],
  bad: [
    { text: '## Candidate Profile\n\n- Professional Scrum Master I, earned in 2019', at: '2019' },
    { text: '## Candidate Profile\n\n- Professional Scrum Master I (March 2020)', at: 'March 2020' },
  ],
  check({ reading, facts, report }) {
    const { sheet } = facts;
    if (!sheet) return;
    const { certificates } = sheet.candidate;
    const houses = housesOf(sheet);
    for (const sentence of reading.sentences) {
      const text = reading.document.mask.slice(sentence.start, sentence.end);
      const refs = certificateRefs(text, certificates);
      refs.forEach((ref, i) => {
        const from = sentence.start + ref.end;
        const to = sentence.start + (refs[i + 1]?.start ?? text.length);
        const after = sentence.tokens.filter((token) => token.start >= from && token.end <= to);
        const dated = dateAfter(after);
        if (dated?.figure && ref.certificate.date && !sameDate(dated.figure.value, ref.certificate.date))
          report({
            start: sentence.start + ref.start,
            end: dated.end,
            subject: `${ref.certificate.name} date`,
            actual: `${ref.certificate.name} in ${dated.text}`,
            expected: ref.certificate.date,
          });
        const issuer = issuerAfter(after, reading.document.mask, houses, ref);
        if (issuer)
          report({
            start: sentence.start + ref.start,
            end: issuer.end,
            subject: `${ref.certificate.name} issuer`,
            actual: `${ref.certificate.name} by ${issuer.name}`,
            expected: ref.certificate.issuer ?? 'another issuer',
          });
      });
    }
  },
});

/** The first date, with only words of the same event before it; a bracket may name the issuer first. */
function dateAfter(after: readonly Token[]): Token | undefined {
  const inBracket = after[0]?.text === '(';
  for (const [i, token] of after.slice(0, 9).entries()) {
    if (token.figure?.unit === 'date') return token;
    if (token.text === ')') return undefined;
    if (!gap.test(token.norm) && !(inBracket && i < 8 && /^\p{Lu}/u.test(token.text))) return undefined;
    if (i > 0 && token.text === '(') return undefined;
  }
  return undefined;
}

/** A house of the facts named right after, in a bracket or after "by" or "from", that did not issue it. */
function issuerAfter(
  after: readonly Token[],
  mask: string,
  houses: readonly string[],
  { certificate }: CertificateRef,
): { name: string; end: number } | undefined {
  if (!certificate.issuer) return undefined;
  const bracket = after[0]?.text === '(';
  const at = bracket ? 1 : after.findIndex((token, i) => i < 4 && /^(?:by|from)$/.test(token.norm)) + 1;
  if (at === 0 || (!bracket && !after.slice(0, at).every((token) => gap.test(token.norm)))) return undefined;
  const first = after[at];
  if (!first || termAt(first, 'skill')) return undefined;
  const rest = mask.slice(first.start, first.start + 80);
  const name = houses.find(
    (house) => rest.startsWith(house) && !/[\p{L}\p{N}]/u.test(rest[house.length] ?? ''),
  );
  return name !== undefined && !sameHouse(name, certificate.issuer)
    ? { name, end: first.start + name.length }
    : undefined;
}

/** Every house that the facts know, longest first. */
function housesOf({ candidate, resources }: FactSheet): string[] {
  const names = [
    ...candidate.certificates.map((one) => one.issuer),
    ...candidate.education.map((one) => one.institution),
    ...candidate.work.map((one) => one.employer),
    ...[...resources.chosen, ...resources.others].map((one) => one.provider),
  ];
  return [...new Set(names.filter((one): one is string => one !== null && one.length > 1))].sort(
    (a, b) => b.length - a.length,
  );
}

/** Whether YYYY or YYYYMM is the ISO date, as far as both say. */
function sameDate(value: number, iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  if (value < 10_000) return value === year;
  return iso.length < 7 ? Math.floor(value / 100) === year : value === year * 100 + Number(iso.slice(5, 7));
}
