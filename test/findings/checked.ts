import type { CheckResult, Finding, Severity } from '../../schemas/index.ts';

/** A result with a finding on each of the quotes, in a text that holds each once. */
export function resultOf(
  text: string,
  quotes: readonly (
    | string
    | { quote: string; severity?: Severity; rule?: string; message?: string; related?: string }
  )[],
): CheckResult {
  const findings = quotes.map((one): Finding => {
    const {
      quote,
      severity = 'error',
      rule = 'tier',
      message,
      related,
    } = typeof one === 'string' ? { quote: one } : one;
    const placeOf = (words: string) => {
      const start = text.indexOf(words);
      if (start < 0) throw new Error(`no ${JSON.stringify(words)} in the text`);
      return { start, end: start + words.length, quote: words };
    };
    const place = placeOf(quote);
    const before = text.slice(0, place.start).split('\n');
    return {
      rule,
      severity,
      ...place,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      subject: 'Docker',
      expected: 'tier preferred',
      actual: '"core" for Docker',
      message: message ?? 'Unexpected "core" for Docker, expected tier preferred',
      facts: ['skill.docker.tier', 'no.such.fact'],
      related: related === undefined ? [] : [placeOf(related)],
    };
  });
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      sentences: 1,
      claims: 1,
      supported: 0,
      contradicted: count('error'),
      unsupported: 0,
      unparsed: 0,
    },
  };
}
