import type { Coverage } from '../../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import { agrees } from '../../figures/agrees.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { tierWords } from './part-of.ts';

const counted = (part: Coverage): number[] => [
  part.asked,
  part.met,
  part.partial,
  part.missing,
  part.met + part.partial,
  part.partial + part.missing,
];

/** Every number of skills that a true report may name: of a tier, of two tiers, of all, of phases, of extras. */
function skillCounts({ facts }: CheckContext): Set<number> {
  const { sheet } = facts;
  const values = new Set<number>([1, 2]);
  if (!sheet) return values;
  const { core, preferred, emerging, all } = sheet.coverage;
  const tiers = [core, preferred, emerging, all].map(counted);
  for (const own of tiers) for (const value of own) values.add(value);
  for (const a of tiers)
    for (const b of tiers) for (const [i, value] of a.entries()) if (a !== b) values.add(value + (b[i] ?? 0));
  values.add(sheet.extras.length).add(sheet.extras.length + all.met + all.partial);
  const sizes = sheet.roadmap.phases.map((phase) => phase.skills.length);
  for (const size of sizes) values.add(size);
  values.add(sizes.reduce((sum, one) => sum + one, 0)).add(sheet.roadmap.left.length);
  values.add(sheet.resources.without.length).add(sheet.gates.length);
  return values;
}

const nouns = /^(?:skill|requirement|competency|competencies|gap)$/;
const describes =
  /^(?:required|demanded|asked|relevant|listed|different|distinct|separate|open|remaining|individual|single|such|key|technical|named|known|main|role|profile|relevant|professional)$/;

/** "Seventeen skills", "nine gaps": a number that counts no group of them. */
export function checkSkillClosure(context: CheckContext, sentence: ReadSentence): void {
  const { tokens, section } = sentence;
  if (!context.facts.sheet || section === 'resources') return;
  if (has(tokens, /^(?:if|would|could|average|about|usually|posting|advert|each|every|other)$/)) return;
  tokens.forEach((token, at) => {
    const { figure } = token;
    if (
      figure?.unit !== 'count' ||
      figure.high !== null ||
      figure.closeness !== 'exact' ||
      figure.value > 60 ||
      figure.value % 1 !== 0
    )
      return;
    let i = at + 1;
    while (describes.test(tokens[i]?.norm ?? '')) i += 1;
    const noun = tokens[i];
    if (
      !noun ||
      !nouns.test(noun.norm) ||
      /^(?:and|plus|\+|minus|of|top|first|last|level|phase|week)$/.test(tokens[at - 1]?.norm ?? '')
    )
      return;
    if (
      /^(?:of|in|for|with|that|which|from|on)$/.test(tokens[i + 1]?.norm ?? '') &&
      !/^(?:in (?:all|total|the (?:role|profile))|of (?:the|this) (?:role|profile))/.test(
        joined(tokens.slice(i + 1, i + 4)),
      )
    )
      return;
    if (tokens.slice(0, at).some((one) => termAt(one, 'skill')) || skillCounts(context).has(figure.value))
      return;
    context.report({
      start: token.start,
      end: noun.end,
      subject: 'skill count',
      actual: `${token.text} ${noun.text}`,
      expected: String(context.facts.sheet?.coverage.all.asked ?? 0),
      facts: ['count.all.asked'],
    });
  });
}

const meets =
  /^(?:cover|coverage|covered|readiness|match|matched|meet|met|satisfy|satisfied|fulfil|fulfill|fulfilled|fit)$/;
const ofRole = /^(?:requirement|skill|profile|core|role|tier|ask|asked|preferred|emerging|whole|list)$/;
const foreign =
  /^(?:posting|advert|employer|market|pay|salary|hour|week|phase|plan|vacancy|if|would|after|once|will|job|cut|rise|reduce|time)$/;

/** "She covers 63% of the requirements": a share that no way of reckoning gives. */
export function checkCoverageClosure(context: CheckContext, sentence: ReadSentence): void {
  const coverage = context.facts.sheet?.coverage;
  const { tokens, section } = sentence;
  if (!coverage || section === 'market' || section === 'roadmap' || section === 'resources') return;
  if (!has(tokens, meets) || !has(tokens, ofRole) || has(tokens, foreign)) return;
  if (tokens.some((token) => termAt(token, 'skill') !== undefined)) return;
  const named = [...new Set(tokens.flatMap((token) => tierWords[token.norm] ?? []))];
  const groups = named.length === 1 ? [coverage[named[0] as 'core']] : Object.values(coverage);
  const values = groups.flatMap((part) =>
    part.asked === 0 || part.value === null
      ? []
      : [
          part.value,
          ...counted(part)
            .slice(1)
            .map((count) => count / part.asked),
        ].flatMap((one) => [one, 1 - one]),
  );
  tokens.forEach((token) => {
    const figure: Figure | undefined = token.figure;
    // "Met plus half of those partly held" tells how it is reckoned.
    if (figure?.unit !== 'percent' || figure.high !== null || /^half$/i.test(token.text)) return;
    const near = figure.fraction ? { ...figure, closeness: 'about' as const } : figure;
    if (/^(?:more|less|at-)/.test(figure.closeness) || values.some((one) => agrees(near, one * 100))) return;
    report(context, token, named[0] ?? 'all', coverage);
  });
}

function report(
  context: CheckContext,
  token: Token,
  group: 'core' | 'preferred' | 'emerging' | 'all',
  coverage: Record<'core' | 'preferred' | 'emerging' | 'all', Coverage>,
): void {
  context.report({
    start: token.start,
    end: token.end,
    subject: 'coverage',
    actual: token.text,
    expected: `${Math.round((coverage[group].value ?? 0) * 100)}%`,
    facts: [`coverage.${group}`].filter((id) => context.sheet?.facts.some((fact) => fact.id === id)),
  });
}
