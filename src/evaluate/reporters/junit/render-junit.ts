import type { EvalRow } from '../../../../schemas/index.ts';
import { escapeXmlAttribute, escapeXmlContent } from '../../../findings/escape-xml.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import { formatScore } from '../../format-score.ts';
import { measureOf } from '../words/describe-comparison.ts';
import { REASON_TITLES } from '../words/describe-run.ts';

/** One test: it failed, was in error (no result), or was skipped (no verdict); else it passed. */
interface Test {
  name: string;
  failures: readonly { type: string; message: string }[];
  errors: readonly { type: string; message: string }[];
  skipped?: string;
  output: readonly string[];
}

interface TestSuite {
  name: string;
  tests: readonly Test[];
}

/** Gives the whole run as one XML text: a suite for the gate, one for the comparisons, one for each variant and model. */
export function renderJunit(input: ReporterInput): string {
  const suites = [gateSuite(input), comparisonSuite(input), ...caseSuites(input)].filter(
    ({ tests }) => tests.length > 0,
  );
  const all = suites.flatMap(({ tests }) => tests);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="gapwright eval" ${counts(all)}>`,
    ...suites.flatMap(renderSuite),
    '</testsuites>',
    '',
  ].join('\n');
}

function gateSuite({ summary }: ReporterInput): TestSuite {
  const { gate, suite } = summary;
  if (!gate) return { name: `${suite}: gate`, tests: [] };
  const tests = Object.entries(REASON_TITLES).map(([kind, title]): Test => {
    const found = gate.reasons.filter((reason) => reason.kind === kind);
    return {
      name: title,
      failures: found.map(({ message }) => ({ type: kind, message })),
      errors: [],
      output: [],
    };
  });
  return { name: `${suite}: gate`, tests };
}

function comparisonSuite({ summary }: ReporterInput): TestSuite {
  const tests = summary.comparisons.map((one): Test => {
    const { scorer, variant, against, model, gating, verdict, words } = one;
    const lost = gating && verdict === 'regression';
    return {
      name: `${scorer}: ${variant} against ${against} (${model})`,
      failures: lost ? [{ type: 'regression', message: words }] : [],
      errors: [],
      // Neither passed nor failed: the dashboard must not count it as either.
      ...(verdict === 'cannot-tell' && { skipped: words }),
      output: lost || verdict === 'cannot-tell' ? [] : [words],
    };
  });
  return { name: `${summary.suite}: comparisons`, tests };
}

function caseSuites({ summary, rows }: ReporterInput): TestSuite[] {
  const byScope = new Map<string, Map<string, EvalRow[]>>();
  for (const row of rows) {
    const scope = JSON.stringify([row.variant, row.model]);
    const cases = byScope.get(scope) ?? new Map<string, EvalRow[]>();
    byScope.set(scope, cases);
    cases.set(row.case, [...(cases.get(row.case) ?? []), row]);
  }
  if (byScope.size === 0) return [];
  return summary.models.flatMap((model) =>
    summary.variants.map((variant): TestSuite => {
      const cases = byScope.get(JSON.stringify([variant, model]));
      return {
        name: `${summary.suite}: ${variant} (${model})`,
        tests: summary.cases.map(({ id }) => testOf(id, cases?.get(id) ?? [], { summary })),
      };
    }),
  );
}

function testOf(id: string, rows: readonly EvalRow[], { summary }: Pick<ReporterInput, 'summary'>): Test {
  const failures: Test['failures'][number][] = [];
  const errors: Test['errors'][number][] = [];
  const output: string[] = [];
  if (rows.length < summary.repeats)
    errors.push({ type: 'error', message: `${summary.repeats - rows.length} of ${summary.repeats} not run` });
  for (const { repeat, status, error, broken, scores } of [...rows].sort((a, b) => a.repeat - b.repeat)) {
    const at = `repeat ${repeat + 1}`;
    if (status === 'error')
      errors.push({
        type: 'error',
        message: `${at}: ${error ? `${error.name}: ${error.message}` : 'failed'}`,
      });
    for (const words of broken) failures.push({ type: 'invariant', message: `${at}: ${words}` });
    const values: string[] = [];
    for (const scorer of summary.scorers) {
      const score = scores[scorer.id];
      if (!score) continue;
      if (score.error !== undefined)
        errors.push({ type: 'error', message: `${at}: ${scorer.id}: ${score.error}` });
      else if (score.value !== null)
        values.push(`${scorer.id} ${formatScore(score.value, measureOf(summary.scorers, scorer.id))}`);
      else if (scorer.gating && !score.inapplicable)
        failures.push({ type: 'missing', message: `${at}: ${scorer.id}: ${score.missing ?? 'no value'}` });
    }
    output.push(`${at}: ${values.join(', ')}`);
  }
  return { name: id, failures, errors, output };
}

/** A test counts once: in error before failed before skipped. */
function stateOf({ errors, failures, skipped }: Test): 'errors' | 'failures' | 'skipped' | 'passed' {
  if (errors.length > 0) return 'errors';
  if (failures.length > 0) return 'failures';
  return skipped === undefined ? 'passed' : 'skipped';
}

function counts(tests: readonly Test[]): string {
  const number = (state: string) => tests.filter((test) => stateOf(test) === state).length;
  return `tests="${tests.length}" failures="${number('failures')}" errors="${number('errors')}" skipped="${number('skipped')}"`;
}

function renderSuite({ name, tests }: TestSuite): string[] {
  return [
    `  <testsuite name="${escapeXmlAttribute(name)}" ${counts(tests)}>`,
    ...tests.flatMap((test) => renderTest(test, name)),
    '  </testsuite>',
  ];
}

function renderTest(test: Test, suite: string): string[] {
  const state = stateOf(test);
  const wrong = [...test.errors, ...test.failures];
  const [first] = wrong;
  const open = `    <testcase classname="${escapeXmlAttribute(suite)}" name="${escapeXmlAttribute(test.name)}"`;
  const inner = [
    ...(first && (state === 'errors' || state === 'failures')
      ? [
          renderProblem(
            state === 'errors' ? 'error' : 'failure',
            first.type,
            wrong.map(({ message }) => message),
          ),
        ]
      : []),
    ...(state === 'skipped' ? [`      <skipped message="${escapeXmlAttribute(test.skipped ?? '')}"/>`] : []),
    ...(test.output.length > 0
      ? [`      <system-out>${escapeXmlContent(test.output.join('\n'))}</system-out>`]
      : []),
  ];
  return inner.length === 0 ? [`${open}/>`] : [`${open}>`, ...inner, '    </testcase>'];
}

function renderProblem(element: string, type: string, messages: readonly string[]): string {
  const head = messages.length === 1 ? (messages[0] ?? '') : `${messages.length} reasons`;
  return `      <${element} type="${escapeXmlAttribute(type)}" message="${escapeXmlAttribute(head)}">${escapeXmlContent(messages.join('\n'))}</${element}>`;
}
