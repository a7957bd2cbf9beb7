import type { Finding, Severity } from '../../schemas/index.ts';
import { VERSION } from '../version.ts';
import { describeFact } from './describe-source.ts';
import { explainRule } from './explain-rule.ts';
import { type CheckedText, defineFindingFormat, type RuleText } from './finding-format.ts';
import { LineIndex } from './line-index.ts';
import { toUri } from './to-uri.ts';
import { writeJson } from './write-json.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, for code scanning and editors: one run, its rules, and a result for each finding. */
export const sarifFormat = defineFindingFormat({
  id: 'sarif',
  description: 'SARIF 2.1.0, for code scanning and editors',
  renderAll(checked, { rules }) {
    const indexes = new Map(rules.map((rule, at) => [rule.id, at]));
    const log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'gapwright',
              version: VERSION,
              semanticVersion: VERSION,
              rules: rules.map(toDescriptor),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: true }],
          artifacts: checked.map(({ file }) => ({ location: { uri: toUri(file) } })),
          results: checked.flatMap((one, at) => toResults(one, at, indexes)),
        },
      ],
    };
    return writeJson(log);
  },
});

function toDescriptor(rule: RuleText) {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.description },
    help: { text: explainRule(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    ...(rule.category !== undefined && { properties: { tags: [rule.category] } }),
  };
}

function toResults(
  { text, file, result, facts }: CheckedText,
  artifact: number,
  rules: ReadonlyMap<string, number>,
) {
  const lines = new LineIndex(text);
  const byId = new Map(facts?.facts.map((fact) => [fact.id, fact]));
  const locate = ({ start, end, quote }: Pick<Finding, 'start' | 'end' | 'quote'>) => {
    const from = lines.placeOf(start);
    const to = lines.placeOf(end);
    return {
      artifactLocation: { uri: toUri(file), index: artifact },
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: start,
        charLength: end - start,
        snippet: { text: quote },
      },
    };
  };
  return result.findings.map((finding) => {
    const ruleIndex = rules.get(finding.rule);
    return {
      ruleId: finding.rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: locate(finding) }],
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map((place, id) => ({
          id,
          physicalLocation: locate(place),
          message: { text: 'the other place' },
        })),
      }),
      properties: {
        subject: finding.subject,
        expected: finding.expected,
        actual: finding.actual,
        facts: finding.facts.map((id) => {
          const fact = byId.get(id);
          return fact ? describeFact(fact) : id;
        }),
      },
    };
  });
}
