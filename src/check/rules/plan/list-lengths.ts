import type { ReadSentence } from '../../claims/read-report.ts';
import { has, joined } from '../../claims/words-of.ts';
import { agrees } from '../../figures/agrees.ts';
import { circumstanceOf } from '../../figures/circumstance.ts';
import { lengthOf } from '../../figures/plan-values.ts';
import { reportPlanFigure } from '../../figures/report-plan-figure.ts';
import type { Figure } from '../../tokens/figure.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';
import { type PhaseList, phaseLists } from './phase-of-list.ts';

/** Between a length and the skills that it is for: "five weeks of A and B", "six weeks go to A", "for four she learns A". */
const forList =
  /^(?:, )?(?:(?:be |then |all |each )?(?:of|on|to|for|with|into)|(?:go|belong|be give|be devote|be devoted|be reserve|be set aside) (?:to|for|on|into)|(?:she|he|you|they|i)(?: will)? (?:learn|study|take up|work on|work through|turn to|tackle|do|practise|cover)|(?:be )?(?:cover|teach|treat|introduce))(?: the| both| studying| learning)?$/;
/** Between skills and their length: "A and B take five weeks". */
const ofList =
  /^(?:(?:together |both )?(?:take|need|get|receive|last|fill|occupy|have|require|be give|be allot|be given|run for|cost|claim)(?: up)?(?: you| her| him)?(?: another)?|:|\(|–|—|,|(?:she|he|you|i|we|the plan) (?:set aside|reserve|give|spend|allow|allot)(?: aside)?)$/;

/** "You give five weeks to A and B": the length of the phase whose skills they are. Gives the figures that it read. */
export function checkListLengths(context: CheckContext, sentence: ReadSentence): Set<Token> {
  const { tokens } = sentence;
  const read = new Set<Token>();
  const lists = phaseLists(sentence, context.facts);
  if (lists.length === 0 || has(tokens, /^(?:if|would|could|instead|unless|not|without)$/)) return read;
  let unit: Figure['unit'] = 'count';
  tokens.forEach((token, at) => {
    const figure = token.figure;
    if (!figure) return;
    // "For six weeks she learns A, and for four B": the unit is that of the figure before.
    const own =
      figure.unit === 'count' && /^(?:for|,|and)$/.test(tokens[at - 1]?.norm ?? '') ? unit : figure.unit;
    if (figure.unit !== 'count') unit = figure.unit;
    if ((own !== 'week' && own !== 'hour') || figure.high !== null || figure.per !== null) return;
    // "TITLE, 60 h, for A and B": the hours of a resource.
    if (own === 'hour' && sentence.section === 'resources') return;
    // "Five weeks to A and B" is no way into something.
    const circumstance = tokens[at + 1]?.norm === 'to' ? undefined : circumstanceOf(sentence, at);
    const counts =
      figure.unit === 'count' &&
      tokens[at + 1]?.kind === 'word' &&
      !/^(?:of|on|to|for|go|and)$/.test(tokens[at + 1]?.norm ?? '');
    if (counts || circumstance || /^(?:week|phase)$/.test(tokens[at - 1]?.norm ?? '')) return;
    const list = listOf(tokens, at, lists);
    if (!list) return;
    const { phase, isWhole, size } = list;
    const length = lengthOf(phase, own);
    // A part of the phase may take a part of its time.
    if (!isWhole && (size < 2 || figure.value < length)) return;
    read.add(token);
    if (agrees({ ...figure, unit: own }, length)) return;
    const place = {
      start: Math.min(token.start, tokens[list.from]?.start ?? token.start),
      end: Math.max(token.end, tokens[list.to - 1]?.end ?? token.end),
    };
    reportPlanFigure(context, place, `phase ${phase.index} ${own}s`, token.text, length, `${own}s`);
  });
  return read;
}

function listOf(tokens: readonly Token[], at: number, lists: readonly PhaseList[]): PhaseList | undefined {
  const after = lists.find((list) => list.from > at && list.from - at <= 8);
  const between = after ? tokens.slice(at + 1, after.from) : [];
  const elliptic = between.length === 0 && tokens[at - 1]?.norm === 'for';
  if (after && !between.some((token) => token.figure) && (elliptic || forList.test(joined(between))))
    return after;
  const before = lists.findLast((list) => list.to <= at && at - list.to <= 6);
  const bare = tokens[at]?.figure?.unit === 'count' && tokens[at - 1]?.text === ',';
  return before && !bare && ofList.test(joined(tokens.slice(before.to, at))) ? before : undefined;
}
