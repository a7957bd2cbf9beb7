import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckResult } from '../../schemas/index.ts';
import { checkReport, RULES } from '../../src/check/index.ts';
import { type CheckedText, FINDING_FORMATS, findFindingFormat } from '../../src/findings/index.ts';
import { EXAMPLE_FACTS } from '../check/support/example-facts.ts';
import { readXml } from '../support/read-xml.ts';
import { resultOf } from './checked.ts';

/** The schema is of draft 4, whose `id` the validator does not know; nothing else in it differs. */
const { $schema: _draft, id: _id, ...definition } = sarifSchema as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validSarif = ajv.compile(definition);

/** What must hold of a format's output, whatever the text: it can be read by those it is for. */
const READABLE: Readonly<Record<string, (output: string, checked: readonly CheckedText[]) => void>> = {
  text(output, checked) {
    expect(output.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    for (const { result } of checked)
      for (const { rule, line, column } of result.findings) {
        expect(output).toContain(`:${line}:${column} `);
        expect(output).toContain(rule);
      }
  },
  json(output, checked) {
    const parsed = JSON.parse(output);
    if (checked.length === 1) expect(CheckResult.parse(parsed)).toEqual(checked[0]?.result);
    expect(parsed.findings).toHaveLength(checked.flatMap(({ result }) => result.findings).length);
    expect(Object.keys(parsed)).toEqual(['findings', 'summary']);
  },
  sarif(output, checked) {
    const log = JSON.parse(output);
    expect(validSarif(log), JSON.stringify(validSarif.errors)).toBe(true);
    const [run] = log.runs;
    expect(run.results).toHaveLength(checked.flatMap(({ result }) => result.findings).length);
    for (const { ruleId, ruleIndex, locations } of run.results) {
      if (ruleIndex !== undefined) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const { artifactLocation, region } = locations[0].physicalLocation;
      const { text } = checked[artifactLocation.index] as CheckedText;
      expect(region.snippet.text).toBe(text.slice(region.charOffset, region.charOffset + region.charLength));
      const lines = text.split('\n');
      const offset = (line: number, column: number) =>
        lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, column - 1);
      expect(offset(region.startLine, region.startColumn)).toBe(region.charOffset);
      expect(offset(region.endLine, region.endColumn)).toBe(region.charOffset + region.charLength);
    }
  },
  junit(output, checked) {
    const elements = readXml(output);
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(named('testsuite').map(({ attributes }) => attributes.name?.length)).toEqual(
      checked.map(({ file }) => file.toWellFormed().length),
    );
    for (const attribute of ['tests', 'failures'])
      expect(Number(named('testsuites')[0]?.attributes[attribute])).toBe(
        named('testsuite').reduce((sum, { attributes }) => sum + Number(attributes[attribute]), 0),
      );
    expect(named('failure')).toHaveLength(Number(named('testsuites')[0]?.attributes.failures));
    expect(named('testcase')).toHaveLength(Number(named('testsuites')[0]?.attributes.tests));
  },
  github(output, checked) {
    const lines = output.trimEnd().split('\n');
    const findings = checked.flatMap(({ result }) => result.findings);
    expect(lines).toHaveLength(findings.length + 1);
    lines.slice(0, -1).forEach((line, at) => {
      expect(line).toMatch(/^::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,\r\n]*,?)+::[^\r\n]*$/);
      expect(line).toContain(`line=${findings[at]?.line}`);
    });
    expect(lines.at(-1)).not.toContain('::');
  },
};

const plain = 'Docker is one of the core skills.\n';
const one = (text: string, ...quotes: Parameters<typeof resultOf>[1]): CheckedText => ({
  text,
  file: 'reports/r 1.md',
  result: resultOf(text, quotes),
  facts: EXAMPLE_FACTS,
});

const CASES: readonly [string, readonly CheckedText[]][] = [
  ['nothing found', [one(plain)]],
  ['an empty text', [one('')]],
  ['one finding', [one(plain, 'Docker')]],
  [
    'every severity',
    [one(plain, 'Docker', { quote: 'one', severity: 'warning' }, { quote: 'core', severity: 'info' })],
  ],
  [
    'CRLF and a quote over two lines',
    [one('# R\r\n\r\nHer skills are Git\r\nand Docker.\r\n', 'Git\r\nand Docker')],
  ],
  ['a related place', [one(plain, { quote: 'Docker', related: 'core skills' })]],
  ['a rule that is not listed', [one(plain, { quote: 'Docker', rule: 'known-facts' })]],
  ['the last character', [one('A\nB', 'B')]],
  ['wide characters, emoji, tabs', [one('\t漢字漢字 👩‍👩‍👧\tDocker é\u0301 core\n', 'Docker', 'core')]],
  [
    'markup and escapes',
    [
      one('<b>&amp;]]>" \'%0A::error::x\u001b[31m\u0007\u0085', {
        quote: '<b>&amp;]]>" \'%0A::error::x',
        message: '::error::"a" <b> & 100% done, a: b\r\n::warning::x\u0000',
      }),
    ],
  ],
  [
    'half surrogate pairs and other non-characters',
    [one('a\ud800b\udc00c\ufffe\uffff Docker', 'b\udc00c', 'Docker')],
  ],
  ['right to left and zero width', [one('שלום \u202eDocker\u202c \u200bcore\u200d.', 'Docker', 'core')]],
  ['a hostile file name', [{ ...one(plain, 'Docker'), file: 'a,b:c%\n<"&>\u0001.md' }]],
  ['standard input', [{ ...one(plain, 'Docker'), file: '-' }]],
  ['no facts', [{ text: plain, file: 'a.md', result: resultOf(plain, ['Docker']) }]],
  ['two texts', [one(plain, 'Docker'), { ...one('Second Docker.', 'Docker'), file: 'b.md' }]],
];

describe.each(FINDING_FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it.each(CASES)('can be read: %s', (_, checked) => {
    const output = format.renderAll(checked, { rules: RULES });
    expect(output.endsWith('\n') && !output.endsWith('\n\n')).toBe(true);
    READABLE[id]?.(output, checked);
    const [first, ...rest] = checked;
    if (first && rest.length === 0) {
      const { result, ...context } = first;
      expect(format.render(result, { ...context, rules: RULES })).toBe(output);
    }
  });

  it('can be read whatever the text is', () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'<>&"\'%:,\r\n\t\\`|'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), anyText, (text, a, b, message) => {
        if (text === '') return;
        const start = Math.min(a % text.length, b % text.length);
        const end = Math.max(a % text.length, b % text.length) + 1;
        const quote = text.slice(start, end);
        const result = resultOf(text, [{ quote, message }]);
        const checked = [{ text, file: 'r.md', result }];
        READABLE[id]?.(format.renderAll(checked, { rules: RULES }), checked);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same each time, and changes no input', () => {
    const text = `${RULES.flatMap((rule) => rule.bad.map((bad) => bad.text)).join('\n\n')}\n`;
    const checked = [
      { text, file: 'all.md', facts: EXAMPLE_FACTS, result: checkReport(text, EXAMPLE_FACTS) },
    ];
    const before = JSON.stringify(checked);
    const output = format.renderAll(checked, { rules: RULES });
    expect(checked[0]?.result.findings.length).toBeGreaterThan(10);
    expect(format.renderAll(checked, { rules: RULES })).toBe(output);
    expect(JSON.stringify(checked)).toBe(before);
    READABLE[id]?.(output, checked);
  });
});

describe('the list', () => {
  it('is held to a SARIF schema that refuses what is none', () => {
    expect(validSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('has a reader in this test for each format', () => {
    expect(FINDING_FORMATS.map(({ id }) => id)).toEqual(Object.keys(READABLE));
  });

  it('names the formats where one is unknown', () => {
    expect(() => findFindingFormat('xml')).toThrow(
      'cannot print findings: found format "xml", expected one of text, json, sarif, junit, github',
    );
  });
});

describe('what each says', () => {
  const render = (id: string, checked: CheckedText) =>
    findFindingFormat(id).renderAll([checked], { rules: RULES });

  it('github: escapes data and properties, and gives columns within one line only', () => {
    const text = 'a: 50%\nDocker,\ncore';
    const [first, second] = render('github', {
      text,
      file: 'a,b:c.md',
      result: resultOf(text, [{ quote: '50%', severity: 'info', message: '50%\nof: a, b' }, 'Docker,\ncore']),
    }).split('\n');
    expect(first).toBe(
      '::notice file=a%2Cb%3Ac.md,line=1,col=4,endColumn=7,endLine=1,title=tier::50%25%0Aof: a, b',
    );
    expect(second).toMatch(/^::error file=a%2Cb%3Ac\.md,line=2,endLine=3,title=tier::/);
  });

  it('junit: errors are failures, warnings stand in system-out', () => {
    const elements = readXml(
      render(
        'junit',
        one(
          plain,
          { quote: 'Docker', message: 'a < b & "c"' },
          { quote: 'core', severity: 'warning', rule: 'level' },
        ),
      ),
    );
    const failure = elements.find(({ name }) => name === 'failure');
    expect(failure?.attributes).toEqual({ type: 'tier', message: 'a < b & "c"' });
    expect(failure?.text).toContain('reports/r 1.md:1:1 error a < b & "c"\n  "Docker"');
    expect(elements.find(({ name }) => name === 'system-out')?.text).toContain('1:22 warning');
    expect(elements[0]?.attributes).toMatchObject({ tests: String(RULES.length), failures: '1' });
  });

  it('sarif: rules with help, level, related places and facts', () => {
    const log = JSON.parse(
      render('sarif', one(plain, { quote: 'Docker', severity: 'info', related: 'core skills' })),
    );
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of run.tool.driver.rules) expect(rule.help.text).toContain('Finds:');
    const [result] = run.results;
    expect(result).toMatchObject({ ruleId: 'tier', level: 'note' });
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('reports/r%201.md');
    expect(result.relatedLocations[0].physicalLocation.region.snippet.text).toBe('core skills');
    expect(result.properties.facts).toEqual([
      'skill.docker.tier = preferred (role skills[name=Docker].tier)',
      'no.such.fact',
    ]);
  });

  it('json: of several texts each finding has its file', () => {
    const both = findFindingFormat('json').renderAll(
      [one(plain, 'Docker'), { ...one(plain, 'core'), file: 'b.md' }],
      { rules: [] },
    );
    const { findings, summary } = JSON.parse(both);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual(['reports/r 1.md', 'b.md']);
    expect(summary).toMatchObject({ errors: 2, claims: 2 });
  });

  it('text: place, message, underlined words, reason, facts with their source', () => {
    expect(
      render('text', one(plain, { quote: 'core', related: 'Docker' })),
    ).toBe(`reports/r 1.md:1:22 error Unexpected "core" for Docker, expected tier preferred tier
  Docker is one of the core skills.
                       ^^^^
  why: ${RULES.find(({ id }) => id === 'tier')?.description}
  fact: skill.docker.tier = preferred (role skills[name=Docker].tier)
  fact: no.such.fact
  see also 1:1 "Docker"

1 error, 0 warnings in 1 sentence (1 claim: 0 supported, 1 contradicted, 0 unsupported, 0 not understood)
`);
  });

  it('text: colours only where asked for', () => {
    const { result, ...context } = one(plain, 'core');
    const format = findFindingFormat('text');
    expect(format.render(result, { ...context, rules: RULES })).not.toContain('\u001b');
    expect(format.render(result, { ...context, rules: RULES, color: true })).toContain(
      `${' '.repeat(21)}^^^^\u001b[39m`,
    );
  });
});
