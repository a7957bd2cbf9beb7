import type { ReadSentence } from '../claims/read-report.ts';
import { has, joined, termAt } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import type { FactIndex } from '../facts/index-facts.ts';
import { agrees } from '../figures/agrees.ts';
import { circumstanceOf } from '../figures/circumstance.ts';
import type { Figure } from '../tokens/figure.ts';
import type { Token } from '../tokens/token.ts';
import { checkCompared } from './share/compared.ts';

const postingWords =
  /^(?:posting|advert|employer|job|share|vacancy|market|request|requested|recruiter|sample)$/;

export const share = defineRule({
  id: 'share',
  severity: 'error',
  category: 'number',
  description: 'A share of postings is not that of the skill it is given for.',
  good: [
    { text: '## Market\n\nPython leads with 91% of postings, followed by AWS at 62%.' },
    { text: '## Market\n\nAbout three in five postings name AWS.' },
    { text: '## Market\n\nPython (91%), AWS (62%)' },
    {
      text: '## Market\n\nAWS is wanted more often than Git (62% against 57%), and Git sits above Kubernetes, at 57%.',
    },
    { text: '## Market\n\nAWS and Terraform are a pair, the former in about 62% of postings.' },
    { text: '## Market\n\nPython and AWS are named in 91% and 62% of postings respectively.' },
  ],
  bad: [
    { text: '## Market\n\nPython is named in 62% of postings.', at: '62%' },
    { text: '## Market\n\nAlmost nine in ten employers want AWS.', at: 'nine in ten' },
    { text: '## Market\n\n- **AWS** – 91%', at: '91%' },
    { text: '## Market\n\nAWS is wanted more often than Git (62% against 48%).', at: '48%' },
    { text: '## Market\n\nGit is more often named than AWS.', at: 'Git is more often named than AWS' },
    { text: '## Market\n\nGit is desired by fully two postings in three.', at: 'two postings in three' },
  ],
  check(context) {
    const { reading, facts, report } = context;
    if (!facts.sheet) return;
    for (const sentence of reading.sentences) {
      checkCompared(context, sentence);
      for (const { token, figure, skills, isPaired } of readShares(sentence)) {
        for (const id of skills) {
          const skill = facts.skills.get(id);
          if (!skill || skill.share === null || agrees(figure, skill.share * 100)) continue;
          if (!isPaired && belongsToOther(sentence, token, figure, id, facts)) continue;
          const mention = sentence.tokens.find((one) => termAt(one, 'skill') === id) ?? token;
          report({
            start: Math.min(mention.start, token.start),
            end: Math.max(mention.end, token.end),
            subject: `${skill.name} share`,
            actual: `${token.text} for ${skill.name}`,
            expected: `${Math.round(skill.share * 100)}%`,
            facts: skill.facts,
          });
        }
      }
    }
  },
});

/** What may stand between a skill and its own share where nothing else can be meant. */
const tight =
  /^(?:\(|,|:|–|—|-|at|with|in|by|be|have|name|request|require|want|ask|for|mention|seek|lead|stand|come|share|of|a|the|also|only|even|just|and|posting|advert|both|each|appear|feature|figure|show|turn|up|list|cite|demand|employer|still|close|to|which|last|some|about|reach|\|)$/;

/**
 * "Payroll's at 15%, and treasury sits just above payroll, at 16%": another skill of the sentence has this share, and
 * words that are not read stand between the figure and the skill that it was given to.
 */
function belongsToOther(
  { tokens }: ReadSentence,
  token: Token,
  figure: Figure,
  id: string,
  facts: FactIndex,
): boolean {
  const others = tokens.flatMap((one) => {
    const skill = termAt(one, 'skill');
    const share = skill === undefined || skill === id ? null : (facts.skills.get(skill)?.share ?? null);
    return share === null ? [] : [share];
  });
  if (!others.some((share) => agrees(figure, share * 100))) return false;
  const at = tokens.indexOf(token);
  const own = tokens.findLastIndex((one, i) => i < at && termAt(one, 'skill') === id);
  return own < 0 || !tokens.slice(own + 1, at).every((one) => tight.test(one.norm) || termAt(one, 'skill'));
}

interface ShareClaim {
  token: Token;
  figure: Figure;
  skills: readonly string[];
  /** Whether order alone says whose it is ("respectively"). */
  isPaired?: boolean;
}

function readShares(sentence: ReadSentence): ShareClaim[] {
  const { tokens } = sentence;
  const claims: ShareClaim[] = [];
  const percents = tokens.flatMap((token, at) =>
    token.figure?.unit === 'percent' &&
    !(token.figure.fraction && token.figure.value === 50 && tokens[at + 1]?.norm === 'a')
      ? [at]
      : [],
  );
  if (percents.length === 0) return claims;
  const spokenOf =
    sentence.section === 'market' ||
    has(tokens, postingWords) ||
    percents.some((at) => countsPostings(tokens[at])) ||
    (sentence.block.kind !== 'paragraph' && percents.every((at) => !tokens[at]?.figure?.fraction));
  if (!spokenOf || sentence.clauses.some((clause) => clause.hits.some((hit) => hit.cue.signal === 'all-but')))
    return claims;
  const respective = respectively(sentence, percents);
  if (respective) return respective;
  for (const at of percents) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1]?.norm;
    if (before === 'by' && !countsPostings(token) && !has(tokens.slice(at + 1, at + 5), postingWords))
      continue;
    if (before === '+' || tokens[at + 1]?.text === '+') continue;
    // "The tier ranges from 39% down to 18%": the ends of a list, not a share of its last member.
    if (isEndOfRange(tokens, at)) continue;
    const circumstance = circumstanceOf(sentence, at);
    if (circumstance !== undefined && circumstance !== 'part' && before !== 'by') continue;
    if (isComplement(tokens, at)) continue;
    const run = runOf(tokens, at);
    if (run.length > 1) {
      const skill = pairedWith(sentence, run, at);
      if (skill) claims.push({ token, figure: token.figure as Figure, skills: [skill], isPaired: true });
      continue;
    }
    const skills = skillsFor(sentence, at);
    const figure = withNegation(tokens, at, token.figure as Figure);
    if (skills.length > 0 && figure) claims.push({ token, figure, skills });
  }
  return claims;
}

/** "Two postings in three": the noun stands within the figure. */
const countsPostings = (token: Token | undefined): boolean =>
  /\b(?:postings?|adverts?|employers?|vacanc(?:y|ies)|openings?)\b/i.test(token?.text ?? '');

/** "Two in five do not ask for X", "half do without it", "half of those that ask for X": not the share of X. */
function isComplement(tokens: readonly Token[], at: number): boolean {
  const after = joined(tokens.slice(at + 1, at + 7));
  return (
    /^(?:of )?(?:the |all |those |these )?(?:\S+ ){0,2}(?:do|can|could|will) (?:not|without)(?: |$)/.test(
      after,
    ) ||
    /(?:^| )(?:go|do|get by|manage|hire) without(?: |$)/.test(after) ||
    /^of (?:those|these|them|the \S+)(?: \S+)? (?:that|who|which|asking|naming|with)(?: |$)/.test(after)
  );
}

const isEndOfRange = (tokens: readonly Token[], at: number): boolean => {
  const ranges = has(
    tokens.slice(Math.max(0, at - 6), at),
    /^(?:range|run|reach|span|stretch|go|fall|drop|vary)$/,
  );
  return ranges && /^(?:from|between|to|and|down to|up to)$/.test(tokens[at - 1]?.norm ?? '');
};

/** Percentages named one after the other ("15% and 9%", "(79%, 72%)"). */
function runOf(tokens: readonly Token[], at: number): number[] {
  const isGlue = (i: number) => /^(?:,|and|or|&|\/)$/.test(tokens[i]?.norm ?? '');
  const isPercent = (i: number) => tokens[i]?.figure?.unit === 'percent';
  const run = [at];
  for (const step of [-1, 1]) {
    let i = at;
    for (;;) {
      let next = i + step;
      while (isGlue(next)) next += step;
      if (next === i + step || !isPercent(next)) break;
      run.push(next);
      i = next;
    }
  }
  return run.sort((a, b) => a - b);
}

/** The member of the list before a run of percentages, equally long, that one of them is given for. */
function pairedWith(sentence: ReadSentence, run: readonly number[], at: number): string | undefined {
  const first = sentence.tokens[run[0] as number] as Token;
  const list = sentence.clauses
    .flatMap((clause) => clause.lists)
    .filter((one) => (one.mentions.at(-1)?.end ?? 0) <= first.start)
    .at(-1);
  return list?.mentions.length === run.length ? list.mentions[run.indexOf(at)]?.skill : undefined;
}

/** "neither reaches 15%" is a bound; other denials say nothing. */
function withNegation(tokens: readonly Token[], at: number, figure: Figure): Figure | undefined {
  const before = joined(tokens.slice(Math.max(0, at - 4), at));
  const wide = joined(tokens.slice(Math.max(0, at - 8), at));
  // "None of them is named in more than 13%" is a bound from above.
  if (/\b(?:neither|none|no|not|never|nor|have yet to)\b/.test(wide))
    if (figure.closeness === 'more' || figure.closeness === 'over')
      return { ...figure, closeness: 'at-most' };
    else if (figure.closeness === 'less' || figure.closeness === 'under')
      return { ...figure, closeness: 'at-least' };
  if (/\b(?:neither|none|not|no)\b.*\b(?:reach|reaches|exceed|exceeds)/.test(before))
    return { ...figure, closeness: 'less' };
  if (/\b(?:reach|reaches|exceed|exceeds|below|remaining|behind|ahead)\b/.test(before)) return undefined;
  return figure;
}

function respectively(sentence: ReadSentence, percents: readonly number[]): ShareClaim[] | undefined {
  const { tokens } = sentence;
  if (!has(tokens, /^(?:respectively|respective)$/)) return undefined;
  const list = sentence.clauses
    .flatMap((clause) => clause.lists)
    .find((one) => one.mentions.length === percents.length);
  if (!list) return [];
  return percents.map((at, i) => ({
    token: tokens[at] as Token,
    figure: tokens[at]?.figure as Figure,
    skills: [list.mentions[i]?.skill ?? ''],
    isPaired: true,
  }));
}

/** "10% for the first, 4% for the second": which member of the list named before. */
function pointedAt(sentence: ReadSentence, at: number): string | undefined {
  const after = joined(sentence.tokens.slice(at + 1, at + 5));
  const before = joined(sentence.tokens.slice(Math.max(0, at - 4), at));
  const word =
    /^(?:of \S+ )?(?:for|in the case of) the (first|second|third|former|latter)/.exec(after)?.[1] ??
    /(?:^| )the (first|second|third|former|latter)(?: one)? (?:in|at|with|by|be in|be at)$/.exec(before)?.[1];
  const figure = sentence.tokens[at] as Token;
  const list = sentence.clauses
    .flatMap((clause) => clause.lists)
    .findLast((one) => one.mentions.length > 1 && (one.mentions[0]?.start ?? 0) < figure.start);
  if (!word || !list) return undefined;
  return {
    first: list.mentions[0],
    former: list.mentions[0],
    second: list.mentions[1],
    third: list.mentions[2],
    latter: list.mentions.at(-1),
  }[word]?.skill;
}

/** "A, B and C, of which only the first reaches 18%": one of them, or which is open. */
function amongBefore(sentence: ReadSentence, at: number): string[] | undefined {
  const { tokens } = sentence;
  const from = tokens.findLastIndex(
    (token, i) =>
      i < at && token.norm === 'of' && /^(?:which|whom|them|these|those)$/.test(tokens[i + 1]?.norm ?? ''),
  );
  if (
    from < 0 ||
    tokens.slice(from, at).some((token) => termAt(token, 'skill') || token.figure?.unit === 'percent')
  )
    return undefined;
  const start = tokens[from]?.start ?? 0;
  const clause = sentence.clauses.find((one) => one.start <= start && start < one.end);
  const named = sentence.clauses
    .flatMap((one) => one.lists)
    .findLast(
      (one) => (one.mentions[0]?.start ?? 0) >= sentence.start && (one.mentions.at(-1)?.end ?? 0) <= start,
    );
  if (named && hasUnknownMember(tokens, named.mentions.at(-1)?.end ?? 0)) return [];
  const list = named ?? clause?.topic;
  const word = /(?:^| )(?:the )?(first|former|second|third|last|latter)(?: |$)/.exec(
    `${joined(tokens.slice(from - 1, from))} ${joined(tokens.slice(from + 2, at))}`,
  )?.[1];
  const place = { first: 0, former: 0, second: 1, third: 2, last: -1, latter: -1 }[word ?? ''];
  const skill = place === undefined ? undefined : list?.mentions.at(place)?.skill;
  return skill ? [skill] : [];
}

/** "A, networking and documentation": after the last known name the list goes on with names that are not known. */
function hasUnknownMember(tokens: readonly Token[], end: number): boolean {
  const at = tokens.findIndex((token) => token.start >= end);
  return (
    at >= 0 &&
    /^(?:,|and|&)$/.test(tokens[at]?.norm ?? '') &&
    tokens[at + 1]?.kind === 'word' &&
    /^(?:,|and|&)$/.test(tokens[at + 2]?.norm ?? '')
  );
}

/** "88% name X and a third Y": every figure of the stretch stands before its skill. */
function figureFirst(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (from > 0 && !/^[;:]$/.test(tokens[from - 1]?.text ?? '')) from -= 1;
  let to = at;
  while (to < tokens.length && !/^[;:]$/.test(tokens[to]?.text ?? '')) to += 1;
  const order = tokens
    .slice(from, to)
    .flatMap((token) => (token.figure?.unit === 'percent' ? ['f'] : termAt(token, 'skill') ? ['s'] : []))
    .join('')
    .replace(/s+/g, 's');
  return /^(?:fs){2,}$/.test(order);
}

/** Words that give a figure to something else than the skill named before: a rest, a comparison, a change. */
const estranging =
  /^(?:rest|other|others|remaining|average|mean|median|than|difference|gap|drop|rise|grow|increase|decrease|improve|reduce|cut|raise|save)$/;

/** "The most common of them": one of those named, and which is open. */
const isExtreme = (tokens: readonly Token[], i: number): boolean =>
  /^(?:most|least|highest|lowest|top|commonest|rarest|strongest|weakest|best)$/.test(tokens[i]?.norm ?? '') &&
  has(tokens.slice(i + 1, i + 5), /^(?:of|among)$/);

/** A capital word right before the figure that no term knows: another subject. */
const isStrangeName = (tokens: readonly Token[], i: number, at: number): boolean =>
  i === at - 1 && i > 0 && tokens[i]?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(tokens[i]?.text ?? '');

/**
 * "X is wanted more often than Y (47% against 44%)", "X sits just above Y, at 16%": the first figure is that of what is
 * compared, the second that of what it is compared with. Undefined where nothing is compared.
 */
function comparedAt(tokens: readonly Token[], at: number): string[] | undefined {
  const isPercent = (i: number) => tokens[i]?.figure?.unit === 'percent';
  const isVersus = (i: number) => /^(?:against|versus|vs|to)$/.test(tokens[i]?.norm ?? '');
  const second = isVersus(at - 1) && isPercent(at - 2);
  const first = isVersus(at + 1) && isPercent(at + 2);
  const apart = /^, (?:at|with|on)$/.test(joined(tokens.slice(Math.max(0, at - 2), at)));
  if (!first && !second && !apart) return undefined;
  const named = tokens.flatMap((token, i) => (i < at && termAt(token, 'skill') ? [i] : []));
  const [subject, object] = named.slice(-2);
  const link = object === undefined ? '' : joined(tokens.slice(Math.max(0, object - 2), object));
  const compares = /(?:^| )(?:than|above|below|behind|ahead of|beside|against|before|after)(?: the)?$/.test(
    link,
  );
  if (!compares) return first || second ? [] : undefined;
  const skill = termAt(tokens[(second ? object : subject) ?? -1], 'skill');
  return skill ? [skill] : [];
}

/** The skills that a percentage speaks of: the nearest named before it, else the list after it, else the topic. */
function skillsFor(sentence: ReadSentence, at: number): string[] {
  const { tokens } = sentence;
  const figure = tokens[at] as Token;
  const compared = comparedAt(tokens, at);
  if (compared) return compared;
  const pointed = pointedAt(sentence, at);
  if (pointed) return [pointed];
  const among = amongBefore(sentence, at);
  if (among) return among;
  const ahead = figureFirst(tokens, at);
  if (ahead) {
    const skills: string[] = [];
    for (const token of tokens.slice(at + 1)) {
      if (token.figure?.unit === 'percent') break;
      const skill = termAt(token, 'skill');
      if (skill) skills.push(skill);
      // "Two thirds X, and then come Y and Z": what follows with words of its own has no figure.
      else if (skills.length > 0 && !/^(?:,|and|or|&|both|the|a|an)$/.test(token.norm)) break;
    }
    return skills;
  }
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (token.figure?.unit === 'percent' || /^[;]$/.test(token.text)) break;
    const skill = termAt(token, 'skill');
    if (!skill) {
      if (estranging.test(token.norm) || isStrangeName(tokens, i, at) || isExtreme(tokens, i)) return [];
      continue;
    }
    const clause = sentence.clauses.find(
      (one) => !one.nested && token.start >= one.start && token.end <= one.end,
    );
    const each = has(tokens.slice(at, at + 3), /^each$/) || has(tokens.slice(i, at), /^(?:each|both)$/);
    const list = clause?.lists.find((one) => one.mentions.some((mention) => mention.start === token.start));
    return each && list
      ? list.mentions.filter(({ start }) => start < figure.start).map((mention) => mention.skill)
      : [skill];
  }
  const clause = sentence.clauses.find(
    (one) => figure.start >= one.start && figure.end <= one.end && one.tokens.includes(figure),
  );
  const after = clause?.lists.find((list) => (list.mentions[0]?.start ?? 0) > figure.end);
  if (after) {
    const between = tokens.filter(
      (token) => token.start >= figure.end && token.end <= (after.mentions[0]?.start ?? 0),
    );
    if (between.some((token) => token.figure?.unit === 'percent') || between.length > 7) return [];
    // "75%, Performance Management 69%": a figure closes an item, it opens none.
    if (/^[,;)]$/.test(tokens[at + 1]?.text ?? '')) return [];
    if (between.some((token) => estranging.test(token.norm))) return [];
    return after.mentions.map((mention) => mention.skill);
  }
  const pronoun = clause && has(clause.tokens, /^(?:it|them|which|each|neither|both)$/);
  const blocked = clause?.tokens.some(
    (token) =>
      token.start < figure.start && (token.figure?.unit === 'percent' || estranging.test(token.norm)),
  );
  return pronoun && !blocked && clause.topic ? clause.topic.mentions.map((mention) => mention.skill) : [];
}
