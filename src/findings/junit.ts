import type { Finding } from '../../schemas/index.ts';
import { escapeXmlContent as escapeContent, escapeXmlAttribute as escapeXml } from './escape-xml.ts';
import { type CheckedText, defineFindingFormat, type FormatOptions } from './finding-format.ts';

/** For test dashboards: a suite for each text, a test case for each rule, its findings of severity error a failure. */
export const junitFormat = defineFindingFormat({
  id: 'junit',
  description: 'for test dashboards: a suite per report, a test case per rule',
  renderAll(checked, options) {
    const suites = checked.map((one) => renderSuite(one, options));
    const sum = (key: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[key], 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="gapwright" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">`,
      ...suites.flatMap((suite) => suite.lines),
      '</testsuites>',
      '',
    ].join('\n');
  },
});

function renderSuite({ file, result }: CheckedText, { rules }: FormatOptions) {
  const byRule = new Map<string, Finding[]>(rules.map((rule) => [rule.id, []]));
  for (const finding of result.findings) {
    const list = byRule.get(finding.rule);
    if (list) list.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  let failures = 0;
  const cases = [...byRule].flatMap(([rule, findings]) => {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const others = findings.filter((finding) => finding.severity !== 'error');
    const open = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(rule)}"`;
    if (findings.length === 0) return [`${open}/>`];
    if (errors.length > 0) failures += 1;
    return [
      `${open}>`,
      ...(errors.length === 0
        ? []
        : [
            `      <failure type="${escapeXml(rule)}" message="${escapeXml(headOf(errors))}">${escapeContent(listOf(errors, file))}</failure>`,
          ]),
      ...(others.length === 0
        ? []
        : [`      <system-out>${escapeContent(listOf(others, file))}</system-out>`]),
      '    </testcase>',
    ];
  });
  const tests = byRule.size;
  const lines = [
    `  <testsuite name="${escapeXml(file)}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ];
  return { lines, tests, failures };
}

const headOf = (errors: readonly Finding[]): string =>
  errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} findings`;

const listOf = (findings: readonly Finding[], file: string): string =>
  findings
    .map(
      ({ line, column, severity, message, quote }) =>
        `${file}:${line}:${column} ${severity} ${message}\n  "${quote}"`,
    )
    .join('\n');
