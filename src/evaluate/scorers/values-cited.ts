import { defineScorer } from '../define-scorer.ts';
import { readCited } from '../reading/cited-sentences.ts';
import { inapplicable, isOffline, withoutFirst, withoutReport } from '../reading/no-value.ts';
import { numbersIn } from '../reading/numbers-in.ts';
import { type FactMap, groupOf, type ReadSentence } from '../reading/read-sentence.ts';
import { shorten } from '../reading/shorten.ts';

export const valuesCited = defineScorer({
  id: 'values-cited',
  title: 'Values that are cited',
  description:
    'Figures and names of skills, resources and gates in a sentence that a fact cited by it covers, of all of them: in the first draft of a model, else in the report. A slot cites its fact.',
  kind: 'share',
  better: 'higher',
  margin: 0.03,
  gating: true,
  deterministic: true,
  score(trial) {
    const none = isOffline(trial) ? withoutReport(trial) : withoutFirst(trial);
    if (none) return none;
    const { facts, sentences } = readCited(trial);
    let values = 0;
    const bare: string[] = [];
    for (const { cited, text, read } of sentences) {
      const { all, uncited } = valuesOf(read, cited, facts);
      values += all;
      for (const value of uncited) bare.push(shorten(`${value} in "${text}"`));
    }
    if (values === 0) return inapplicable('no sentence has a figure or a name');
    return {
      value: (values - bare.length) / values,
      evidence: [`${values - bare.length} of ${values} values`, ...bare].slice(0, 10),
    };
  },
});

function valuesOf({ names, slots, text }: ReadSentence, ids: readonly string[], { byId }: FactMap) {
  const cited = [...new Set([...ids, ...slots])].flatMap((id) => byId.get(id) ?? []);
  const groups = new Set(cited.map(({ id }) => groupOf(id)));
  const members = new Set(
    cited.flatMap(({ value }) => (Array.isArray(value) ? value : [])).map((member) => member.toLowerCase()),
  );
  const known = new Set(cited.flatMap(({ display }) => numbersIn(display)));
  const values = cited.map(({ display }) => display.toLowerCase());
  const isCovered = (name: (typeof names)[number]) =>
    [...name.groups].some(
      (group) => groups.has(group) || members.has(byId.get(group)?.display.toLowerCase() ?? group),
    ) ||
    // A name within a value (the title of a course, of a position, of the role) is that value's.
    values.some((value) => value.includes(name.words.toLowerCase()));
  // The figures of a name belong to the name.
  let rest = text;
  for (const { start, words } of names)
    rest = rest.slice(0, start) + ' '.repeat(words.length) + rest.slice(start + words.length);
  const figures = numbersIn(rest);
  return {
    all: names.length + figures.length,
    uncited: [
      ...names.filter((name) => !isCovered(name)).map(({ words }) => words),
      ...figures.filter((figure) => !known.has(figure)),
    ],
  };
}
