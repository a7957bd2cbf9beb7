import { defineScorer, type Scorer } from '../define-scorer.ts';
import { missing } from '../reading/no-value.ts';
import { shorten } from '../reading/shorten.ts';
import type { Trial } from '../trial.ts';
import { type Agreement, describeAgreement } from './calibrate.ts';
import { hidePersonal } from './hide-personal.ts';
import { type Judge, judgedBy } from './judge.ts';
import { judgePair } from './pairwise.ts';
import { judgeByRubric, type Question, RUBRIC } from './rubric.ts';

export interface JudgeScorerOptions {
  /** What calibration said of this judge, by question (`pairwise` for comparisons). Without it figures are hints. */
  agreements?: readonly Agreement[];
  signal?: AbortSignal;
}

/** A scorer for each question of a rubric; a report is judged once for all of them. */
export function rubricScorers(
  judge: Judge,
  { agreements, signal, rubric = RUBRIC }: JudgeScorerOptions & { rubric?: readonly Question[] } = {},
): Scorer[] {
  const asked = new WeakMap<Trial, ReturnType<typeof judgeByRubric>>();
  const ask = (trial: Trial) => {
    const before = asked.get(trial);
    if (before) return before;
    const answer = judgeByRubric(judge, hidePersonal(trial.text, trial.facts), { rubric, signal });
    asked.set(trial, answer);
    return answer;
  };
  return rubric.map(({ id, question }) => {
    const { status, note } = standing(id, judge, judge.rubric, agreements);
    return defineScorer({
      id: `judge-${id}`,
      title: `${question} (${status})`,
      description: `A model's answer to "${question}", 0 to 2, halved. ${note}`,
      kind: 'share',
      better: 'higher',
      margin: 0.1,
      gating: false,
      deterministic: false,
      async score(trial) {
        if (trial.text === '') return missing('no report was handed over');
        const answer = await ask(trial);
        if (!answer.ok) return missing(`the judge's answer cannot be used: ${answer.problem}`);
        const given = answer.value.get(id);
        if (!given) return missing('the judge gave no answer');
        return { value: given.score / 2, evidence: [shorten(`"${given.quote}": ${given.why}`)] };
      },
    });
  });
}

/** A scorer that compares each report with another one of the same facts, asked in both orders. */
export function pairwiseScorer(
  judge: Judge,
  against: (trial: Trial) => string | Promise<string>,
  { agreements, signal }: JudgeScorerOptions = {},
): Scorer {
  const { status, note } = standing('pairwise', judge, judge.pairwise, agreements);
  return defineScorer({
    id: 'judge-preference',
    title: `Preferred to the report it is compared with (${status})`,
    description: `Whether a model prefers the report to another one of the same facts: 1 in both orders, 0 in none, a tie half. ${note}`,
    kind: 'share',
    better: 'higher',
    margin: 0.1,
    gating: false,
    deterministic: false,
    async score(trial) {
      if (trial.text === '') return missing('no report was handed over');
      const facts = trial.facts.facts
        .filter(({ personal }) => !personal)
        .map(({ id, display }) => `${id} = ${display}`)
        .join('\n');
      const hide = (text: string) => hidePersonal(text, trial.facts);
      const verdict = await judgePair(
        judge,
        { facts, a: hide(trial.text), b: hide(await against(trial)) },
        { signal },
      );
      if (verdict.preference === null)
        return missing(`the judge's answer cannot be used: ${verdict.missing}`);
      return {
        value: verdict.preference,
        evidence: [
          ...(verdict.swapped ? ['the answer changed with the order'] : []),
          ...verdict.evidence.map((text) => shorten(text)),
        ].slice(0, 10),
      };
    },
  });
}

function standing(
  what: string,
  judge: Judge,
  prompt: Judge['rubric'],
  agreements: readonly Agreement[] = [],
) {
  const { model, promptHash } = judgedBy(judge, prompt);
  // What was found of another model or wording says nothing of this one.
  const agreement = agreements.find(
    (one) => one.what === what && one.judge.model === model && one.judge.promptHash === promptHash,
  );
  const status = agreement?.status ?? 'hint';
  const by = `By ${model}, prompt ${prompt.id} ${promptHash.slice(0, 12)}.`;
  return {
    status,
    note: agreement
      ? `${by} Agreement with people: ${describeAgreement(agreement)}.`
      : `${by} A hint only: its agreement with labelled examples was not computed.`,
  };
}
