import { LEVELS } from '../../../schemas/scale.ts';
import { encodedParts, tokenAt } from '../claims/encode.ts';
import { defineRule } from '../define-rule.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import type { SkillInfo } from '../facts/skill-info.ts';

const S = (name: string) => `(?:(?:the|her|his|your) )?(?<${name}>§\\d+)`;
const ADV =
  '(?:(?:also|even|still|slightly|a little|a bit|somewhat|much|far|clearly|by far|rather|considerably|significantly) )*';
const ASKED =
  '(?:ask(?:ed)?(?: for)?|name(?:d)?|request(?:ed)?|want(?:ed)?|seek|sought|mention(?:ed)?|demand(?:ed)?|require(?:d)?|list(?:ed)?|cite(?:d)?|call(?:ed)? for)';
const OFTEN = '(?:often|frequently|widely|commonly)';
const ADVERTS = '(?:advert|posting|job|vacancy|ad|employer)';
const WHO = '(?:she|he|you|they|candidate|applicant|@)';
const END = '(?= |$)';

type Scale = 'share' | 'held';

/** `more` says that the first has more; each pattern fits a phrase in which nothing else stands between the two. */
const FRAMES: readonly { scale: Scale; more: boolean; pattern: RegExp }[] = [
  ...(
    [
      [true, `more ${OFTEN}`],
      [false, `(?:less ${OFTEN}|more (?:rarely|seldom))`],
    ] as const
  ).flatMap(([more, degree]) => [
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(`${S('a')} (?:be |: )?${ASKED} ${ADV}${degree} than (?:for )?${S('b')}${END}`),
    },
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(
        `(?:employer|they|posting|advert|job) (?:ask for|want|name|request|mention|seek|demand|require|list) ${S('a')} ${ADV}${degree} than (?:for )?${S('b')}${END}`,
      ),
    },
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(
        `${S('a')} (?:appear|turn up|feature|figure|come up) ${ADV}${degree} than ${S('b')}${END}`,
      ),
    },
  ]),
  ...(
    [
      [true, '(?:more)'],
      [false, '(?:few|fewer|less)'],
    ] as const
  ).flatMap(([more, degree]) => [
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(
        `${S('a')} (?:appear|turn up|feature|figure|be name|be want|be ask for|come up|be) (?:in|by) ${ADV}${degree} ${ADVERTS} than ${S('b')}${END}`,
      ),
    },
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(
        `${ADV}${degree} ${ADVERTS} (?:ask for|want|name|request|mention|seek|demand|require|list) ${S('a')} than ${S('b')}${END}`,
      ),
    },
    {
      scale: 'share' as const,
      more,
      pattern: new RegExp(
        `${S('a')} be ${ADV}${degree} (?:common|frequent|sought-after|popular|in demand|widespread) than ${S('b')}${END}`,
      ),
    },
  ]),
  {
    scale: 'share',
    more: true,
    pattern: new RegExp(
      `demand for ${S('a')} be ${ADV}(?:higher|greater|stronger|larger) than (?:that )?(?:for )?${S('b')}${END}`,
    ),
  },
  {
    scale: 'share',
    more: false,
    pattern: new RegExp(
      `demand for ${S('a')} be ${ADV}(?:lower|smaller|weaker|less) than (?:that )?(?:for )?${S('b')}${END}`,
    ),
  },
  {
    scale: 'held',
    more: true,
    pattern: new RegExp(
      `${WHO} be ${ADV}(?:better|stronger|far|further|further along|more advanced|more at home|more experienced|more proficient|more skilled) (?:at|in|with|on) ${S('a')} than (?:at|in|with|on)? ?${S('b')}${END}`,
    ),
  },
  {
    scale: 'held',
    more: false,
    pattern: new RegExp(
      `${WHO} be ${ADV}(?:weaker|worse|less advanced|less at home|less experienced|less proficient|less skilled|behind) (?:at|in|with|on) ${S('a')} than (?:at|in|with|on)? ?${S('b')}${END}`,
    ),
  },
  {
    scale: 'held',
    more: true,
    pattern: new RegExp(
      `(?:her|his|your) (?<a>§\\d+) (?:, [^,§]{3,30} , )?(?:be ${ADV}(?:better|stronger|more advanced) than|outstrip|outshine|outdo|surpass|exceed) (?:(?:her|his|your) )?(?:(?:command|grasp|knowledge) of )?${S('b')}${END}`,
    ),
  },
  {
    scale: 'held',
    more: true,
    pattern: new RegExp(
      `${WHO} (?:have|hold|know|master|command) ${S('a')} (?:better|more firmly|at a higher level) than ${S('b')}${END}`,
    ),
  },
];

const UNREAL =
  /(?:^| )(?:if|unless|would|could|might|may|should|whether|not|never|no|neither|nor|once|after|when|until|will|as if|hardly|both|far from)(?: |$)/;

export const comparison = defineRule({
  id: 'comparison',
  severity: 'error',
  category: 'number',
  description: 'Of two skills the wrong one is called the more asked for, or the better held.',
  good: [
    { text: 'Python is asked for more often than AWS.' },
    { text: 'She is stronger in Python than in Docker.' },
    { text: 'If AWS were asked for more often than Python, the order would change.' },
  ],
  bad: [
    { text: 'AWS is asked for more often than Python.', at: 'AWS is asked for more often than Python' },
    { text: 'More employers want Terraform than Python.', at: 'Terraform than Python' },
    { text: 'She is stronger in Docker than in Python.', at: 'stronger in Docker' },
  ],
  check({ reading, facts, report }) {
    if (!facts.sheet) return;
    for (const sentence of reading.sentences)
      for (const { tokens, encoded } of encodedParts(sentence)) {
        if (
          encoded.lists.size < 2 ||
          !/(?:^| )(?:than|outstrip|outshine|outdo|surpass|exceed)(?: |$)/.test(encoded.text)
        )
          continue;
        for (const { scale, more, pattern } of FRAMES) {
          const match = pattern.exec(encoded.text);
          const [first, second] = ['a', 'b'].map((name) =>
            only(encoded.lists.get(match?.groups?.[name] ?? '')?.mentions, facts),
          );
          if (!match || !first || !second || first.id === second.id) continue;
          const before = encoded.text.slice(0, match.index);
          if (UNREAL.test(match[0]) || UNREAL.test(before.slice(Math.max(0, before.lastIndexOf(' , ')))))
            continue;
          const [own, other] = [measureOf(first, scale), measureOf(second, scale)];
          if (own === undefined || other === undefined || (more ? own > other : own < other)) continue;
          const name = (one: SkillInfo, value: number) =>
            `${one.name} ${scale === 'share' ? `${Math.round(value * 100)}%` : (one.levelHeld ?? 'not held')}`;
          report({
            start: tokenAt(encoded, tokens, match.index).start,
            end: tokenAt(encoded, tokens, match.index + match[0].length - 1).end,
            subject: first.name,
            actual: `${first.name} ${more ? 'above' : 'below'} ${second.name}`,
            expected: `${name(first, own)}, ${name(second, other)}`,
            facts: [...first.facts, ...second.facts],
          });
          break;
        }
      }
  },
});

/** The one skill of a list. */
function only(mentions: readonly { skill: string }[] | undefined, facts: FactIndex): SkillInfo | undefined {
  const [mention, ...others] = mentions ?? [];
  return mention && others.length === 0 ? facts.skills.get(mention.skill) : undefined;
}

/** The share, or the level held as a number; undefined where it is not known. */
function measureOf(skill: SkillInfo, scale: Scale): number | undefined {
  if (scale === 'share') return skill.share ?? undefined;
  if (skill.status === 'missing') return 0;
  return skill.levelHeld === null || skill.status === 'unknown'
    ? undefined
    : LEVELS.indexOf(skill.levelHeld) + 1;
}
