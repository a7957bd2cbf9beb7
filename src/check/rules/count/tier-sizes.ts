import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined } from '../../claims/words-of.ts';
import { agrees } from '../../figures/agrees.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { tierWords } from './part-of.ts';

const status =
  /^(?:meet|met|miss|missing|lack|absent|gap|partial|partly|hold|held|fully|short|want|wanting|close|cover|covered|need|have|she|he|you|open|fulfil|fulfilled|satisfy|satisfied|strength|left|taught|teach|learn|plan)$/;

/** "Six core, six preferred and two emerging skills": the sizes of the tiers, where no word says what is counted else. */
export function checkTierSizes(context: CheckContext, sentence: ReadSentence): void {
  const coverage = context.facts.sheet?.coverage;
  const { tokens } = sentence;
  if (!coverage || has(tokens, status) || has(sentence.read.label, status) || tokens.length > 40) return;
  const pairs = tokens.flatMap((token, at) => {
    const tier = tierWords[tokens[at + 1]?.text.toLowerCase() ?? ''];
    const figure = token.figure;
    return tier && figure?.unit === 'count' && figure.high === null && figure.closeness === 'exact'
      ? [{ token, figure, tier, end: (tokens[at + 1] as Token).end }]
      : [];
  });
  if (pairs.length < 2 || new Set(pairs.map((pair) => pair.tier)).size !== pairs.length) return;
  for (const { token, figure, tier, end } of pairs)
    if (!agrees(figure, coverage[tier].asked))
      context.report({
        start: token.start,
        end,
        subject: `${tier} skill count`,
        actual: `${token.text} ${tier}`,
        expected: String(coverage[tier].asked),
        facts: [`count.${tier}.asked`],
      });
}

/** "Overall coverage: 63%", "coverage of the core stands at 40%". */
export function checkCoverage(context: CheckContext, sentence: ReadSentence): void {
  const coverage = context.facts.sheet?.coverage;
  const { tokens } = sentence;
  if (!coverage || has(tokens, /^(?:if|would|could|after|once|will|then|posting|advert|not)$/)) return;
  tokens.forEach((token, at) => {
    const { figure } = token;
    // "Partly held counts half" tells how it is reckoned.
    if (figure?.unit !== 'percent' || figure.high !== null || !/\d/.test(token.text)) return;
    const before = joined(tokens.slice(Math.max(0, at - 9), at));
    const match =
      /(?:^| )(?:coverage|match|readiness|fit)(?: (?:of|in|for|across|over) (?:the )?(core|preferred|emerging|all|whole|entire)?(?: (?:tier|skill|requirement|profile|role))?)?(?: (?:be|stand|come|amount|lie|reach|stay)(?: at| to)?| :| of|,)?$/.exec(
        before,
      );
    if (!match) return;
    const named = [
      ...new Set([...tokens, ...sentence.read.label].flatMap((one) => tierWords[one.norm] ?? [])),
    ];
    if (named.length > 1) return;
    const group = coverage[named[0] ?? 'all'];
    if (group.value === null || group.asked === 0) return;
    const values = [group.value, group.met / group.asked, (group.met + group.partial) / group.asked];
    if (values.some((value) => agrees(figure, value * 100))) return;
    // "Coverage of the core is 10%; over all skills it is 7%".
    const all = has(tokens, /^(?:all|overall|whole|entire)$/) ? coverage.all.value : null;
    if (all !== null && agrees(figure, all * 100)) return;
    context.report({
      start: token.start,
      end: token.end,
      subject: 'coverage',
      actual: token.text,
      expected: `${Math.round(group.value * 100)}%`,
      facts: [`coverage.${named[0] ?? 'all'}`].filter((id) =>
        context.sheet?.facts.some((fact) => fact.id === id),
      ),
    });
  });
}
