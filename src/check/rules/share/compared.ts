import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined, termAt } from '../../claims/words-of.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

/** What makes a comparison one of how often skills are asked for. */
const often =
  /^(?:posting|advert|employer|market|demand|demanded|want|wanted|request|requested|seek|sought|name|named|mention|mentioned|frequent|frequently|often|common|commonly|popular|vacancy|share|ask)$/;
const other =
  /^(?:level|hour|week|priority|gap|rank|urgent|step|phase|expensive|cheap|price|plan|learn|course)$/;
const above =
  /^(?:more|above|ahead|outrank|outranks|outstrip|outstrips|exceed|exceeds|beat|beats|outpace|outpaces|surpass|surpasses|top|tops|higher|oftener|commoner|lead|leads|outnumber|outnumbers)$/;
const below = /^(?:less|below|behind|trail|trails|fewer|lower|rarer|under|lag|lags)$/;
const links =
  /^(?:than|of|the|be|in|a|an|it|by|nose|little|far|much|often|frequently|slightly|just|well|,|demand|demanded|want|wanted|ask|asked|for|name|named|mention|mentioned|request|requested|sought|seek|after|common|popular|frequent|market|on|with|employer|posting|share|also|still|even|clearly|somewhat|commonly|widely|narrowly|require|required|is|somewhat|rather|considerably|notably|slightly|here)$/;

/** "X is more in demand than Y", "X trails Y among employers": the shares of two skills held against each other. */
export function checkCompared({ facts, report }: CheckContext, sentence: ReadSentence): void {
  const { tokens, section } = sentence;
  if (section === 'roadmap' || section === 'resources' || section === 'profile') return;
  if (has(tokens, other) || has(tokens, /^(?:not|no|neither|nor|if|whether|hardly|never|would|unless)$/))
    return;
  if (section !== 'market' && !has(tokens, often)) return;
  const named = tokens.flatMap((token, at) => (termAt(token, 'skill') === undefined ? [] : [at]));
  for (let i = 1; i < named.length; i += 1) {
    const [from, to] = [named[i - 1] as number, named[i] as number];
    const between = tokens.slice(from + 1, to);
    const isAbove = between.some((token) => above.test(token.norm) || above.test(token.text.toLowerCase()));
    const isBelow = between.some((token) => below.test(token.norm) || below.test(token.text.toLowerCase()));
    if (isAbove === isBelow || between.length > 12) continue;
    const read = between.every(
      (token) =>
        links.test(token.norm) ||
        above.test(token.norm) ||
        below.test(token.norm) ||
        above.test(token.text) ||
        below.test(token.text),
    );
    // A list on either side, or a number between: what is compared with what is open.
    const joint = (token: Token | undefined) => /^(?:and|or|nor|&)$/.test(token?.norm ?? '');
    if (
      !read ||
      joint(tokens[from - 1]) ||
      joint(tokens[to + 1]) ||
      /(?:^| )most(?: |$)/.test(joined(between))
    )
      continue;
    if (tokens[from - 1]?.text === ',' && named.some((at) => at < from && from - at <= 3)) continue;
    const [x, y] = [from, to].map((at) => facts.skills.get(termAt(tokens[at], 'skill') ?? ''));
    if (!x || !y || x.share === null || y.share === null || (isAbove ? x.share > y.share : x.share < y.share))
      continue;
    report({
      start: (tokens[from] as Token).start,
      end: (tokens[to] as Token).end,
      subject: `${x.name} share`,
      actual: `${x.name} ${isAbove ? 'above' : 'below'} ${y.name}`,
      expected: `${Math.round(x.share * 100)}% and ${Math.round(y.share * 100)}%`,
      facts: [...x.facts, ...y.facts],
    });
  }
}
