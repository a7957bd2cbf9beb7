import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { agrees } from '../figures/agrees.ts';
import type { Token } from '../tokens/token.ts';

/** "Seven in ten of those hired come from": the facts hold shares of postings, none of people. */
const ofPeople = (tokens: readonly Token[], share: Token): boolean =>
  share.figure?.unit === 'percent' &&
  /^(?:of )?(?:all |the |those |successful |recent |new )*(?:hire|hired|appointed|employed|applicant|holder|people|colleague|graduate|worker|practitioner|professional)(?: |$)/.test(
    joined(tokens.slice(tokens.indexOf(share) + 1, tokens.indexOf(share) + 5)),
  );

const sources =
  /(?:^| )(?:(?:a |the |recent |many |several |most |some |new |latest |various )*(?:study|survey|research|researcher|statistic|poll|report by|expert|analyst|scientist|literature)(?: \S+){0,3} (?:show|suggest|find|found|prove|proven|indicate|say|agree|reveal|confirm|estimate|claim|put)|(?:accord|according) to (?:a |the |recent |many |several |new |latest |various )*(?:study|survey|research|poll|expert|statistic|analyst)|(?:research|study|survey) (?:show|suggest|find|found|indicate)|it be (?:well )?(?:known|proven|prove) that)(?: |$)/;

export const statistic = defineRule({
  id: 'unsupported-statistic',
  severity: 'error',
  category: 'unsupported',
  description: 'A study, a survey or experts are cited for a figure that the facts do not hold.',
  good: [
    { text: 'Studies show that learning in small steps works.' },
    { text: '## Market\n\nThe survey of 1,240 postings found that 91% name Python.' },
  ],
  bad: [
    { text: '## Market\n\nStudies show that 85% of all engineers have a degree.', at: '85%' },
    { text: '## Market\n\nSeven in ten of those hired come from start-ups.', at: 'Seven in ten' },
    { text: 'According to a recent survey, seven in ten teams use containers.', at: 'seven in ten' },
  ],
  check({ reading, facts, report }) {
    const { sheet } = facts;
    if (!sheet) return;
    const shares = sheet.skills.flatMap((skill) => (skill.share === null ? [] : [skill.share * 100]));
    for (const sentence of reading.sentences) {
      const { tokens } = sentence;
      const figures = tokens.filter(
        (token) =>
          token.figure?.unit === 'percent' ||
          token.figure?.unit === 'factor' ||
          token.figure?.unit === 'money',
      );
      const market = sentence.section === 'market' && !tokens.some((one) => termAt(one, 'skill'));
      if (
        figures.length === 0 ||
        !(sources.test(joined(tokens)) || (market && figures.some((one) => ofPeople(tokens, one))))
      )
        continue;
      // A survey of the postings, or of the skills asked for, is the market of the facts.
      if (has(tokens, /^(?:posting|advert|vacancy|sample)$/)) continue;
      for (const token of figures) {
        const { figure } = token;
        if (
          !figure ||
          (figure.unit === 'percent' &&
            tokens.some((one) => termAt(one, 'skill')) &&
            shares.some((one) => agrees(figure, one)))
        )
          continue;
        report({
          start: token.start,
          end: sentence.end,
          subject: 'statistic',
          actual: token.text,
          expected: 'only figures of the facts',
        });
        break;
      }
    }
  },
});
