import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonCandidates, repairJson } from '../../src/model/index.ts';

const answer = { paragraphs: [{ sentences: [{ text: 'Ada lacks {{skill.aws}}.', facts: ['skill.aws'] }] }] };
const json = JSON.stringify(answer);
const pretty = JSON.stringify(answer, undefined, 2);

/** Replies in the manner of small models and the servers that run them; each means `answer`. */
const sameAnswer: readonly [name: string, reply: string][] = [
  ['plain JSON', json],
  ['pretty JSON between blank lines', `\n\n${pretty}\n\n`],
  ['a byte order mark', `\uFEFF${json}`],
  ['a fence with a language', `\`\`\`json\n${pretty}\n\`\`\``],
  ['a fence without a language', `\`\`\`\n${json}\n\`\`\``],
  ['a fence on one line', `\`\`\`json ${json} \`\`\``],
  ['a fence that is not closed', `Here you are:\n\`\`\`json\n${json}`],
  [
    'polite prose around a fence',
    `Sure! Here is the section:\n\n\`\`\`json\n${pretty}\n\`\`\`\n\nLet me know.`,
  ],
  ['prose with slots around it', `I use {{skill.aws}} as a slot.\n${json}\nNote that {{skill.aws}} is open.`],
  ['prose with brackets and links', `See [the rules](https://a.b/c) and [1].\n${json}\n[2] {sic}`],
  [
    'DeepSeek, Qwen: a thought',
    `<think>\nThe user wants JSON. Maybe {"paragraphs": []}?\n</think>\n\n${json}`,
  ],
  ['Qwen without thinking', `<think>\n\n</think>\n\n${json}`],
  ['a thought whose beginning is in the prompt', `So I have to write JSON like {"a": 1}.\n</think>\n${json}`],
  ['a thought about thoughts', `<think>I close with </think> later. {"no": 1}</think>${json}`],
  ['Magistral', `[THINK]Let me see: {"x": 1}[/THINK]${json}`],
  [
    'gpt-oss with its channels',
    `<|channel|>analysis<|message|>We need {"a": 2}.<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>${json}<|return|>`,
  ],
  ['end tokens of chat templates', `${json}<|im_end|>`],
  ['other end tokens', `${json}</s><|eot_id|>`],
  ['a thought in prose, with a draft', `First idea: {"paragraphs": [{"sentences": []}]}\nBetter:\n${json}`],
  ['the schema quoted first', `{"type":"object","properties":{"paragraphs":{"type":"array"}}}\n\n${json}`],
  ['Hermes and Qwen: a tool call', `<tool_call>\n{"name": "section", "arguments": ${json}}\n</tool_call>`],
  ['Mistral: a tool call', `[TOOL_CALLS] [{"name": "section", "arguments": ${json}, "id": "VvvODy9mT"}]`],
  ['Llama: a tool call', `<|python_tag|>{"name": "section", "parameters": ${json}}`],
  [
    'a tool call with arguments as text',
    JSON.stringify({ name: 'section', arguments: json, type: 'function' }),
  ],
  ['JSON as one JSON string', JSON.stringify(json)],
  [
    'single quotes',
    `{'paragraphs': [{'sentences': [{'text': 'Ada lacks {{skill.aws}}.', 'facts': ['skill.aws']}]}]}`,
  ],
  [
    'typographic quotes',
    `{“paragraphs”: [{“sentences”: [{“text”: “Ada lacks {{skill.aws}}.”, “facts”: [“skill.aws”]}]}]}`,
  ],
  ['bare keys', `{paragraphs: [{sentences: [{text: "Ada lacks {{skill.aws}}.", facts: ["skill.aws"]}]}]}`],
  [
    'trailing commas',
    `{"paragraphs": [{"sentences": [{"text": "Ada lacks {{skill.aws}}.", "facts": ["skill.aws",],},],},],}`,
  ],
  [
    'missing commas',
    `{"paragraphs": [{"sentences": [{"text": "Ada lacks {{skill.aws}}."\n "facts": ["skill.aws"]}]}]}`,
  ],
  [
    'comments',
    `{ // the section\n"paragraphs": [ /* one } */ {"sentences": [{"text": "Ada lacks {{skill.aws}}.", "facts": ["skill.aws"]}]}]}`,
  ],
  [
    'a comment before the first key',
    `{/* it's */ "paragraphs": [{"sentences": [{"text": "Ada lacks {{skill.aws}}.", "facts": ["skill.aws"]}]}]}`,
  ],
  ['missing last brackets', json.slice(0, -2)],
  ['missing last brackets in a fence', `\`\`\`json\n${json.slice(0, -3)}\n\`\`\``],
  ['one bracket too few in between', json.replace(']}]}]}', ']]}]}')],
  ['one bracket too many', `${json}}`],
  ['half a sentence more', json.replace(/\]\}\]\}$/, ',{"text":"Ada also has Pyth')],
  ['half a citation more', json.replace(/\]\}\]\}$/, ',{"text":"Ada has Python.","facts":["skill.py')],
];

describe('a reply that means an answer', () => {
  it.each(sameAnswer)('is read through %s', (_, reply) => {
    expect(JSON.parse(repairJson(reply) ?? 'null')).toEqual(answer);
  });

  it.each<[string, string, unknown]>([
    ['Python constants', "{'a': True, 'b': None, 'c': False}", { a: true, b: null, c: false }],
    ['an apostrophe in single quotes', "{'text': 'It's Ada's turn.'}", { text: "It's Ada's turn." }],
    ['escaped apostrophes', "{'text': 'It\\'s Ada\\'s \"turn\".'}", { text: 'It\'s Ada\'s "turn".' }],
    ['a key after a forgotten comma', '{"a": "x" "b": ["y" \n "z"]}', { a: 'x', b: ['y', 'z'] }],
    ['quotes that are not escaped', '{"text": "The "core" skills."}', { text: 'The "core" skills.' }],
    ['line breaks in a text', '{"text": "one\ntwo\tthree"}', { text: 'one\ntwo\tthree' }],
    ['brackets in a text', '{"text": "a } ] b", "n": 1}', { text: 'a } ] b', n: 1 }],
    ['addresses in a text', '{"url": "https://a.b/c//d"}', { url: 'https://a.b/c//d' }],
    [
      'a list at the top',
      'Here: [{"id": 1, "text": "A."}, {"id": 2, "text": "B."},]',
      [
        { id: 1, text: 'A.' },
        { id: 2, text: 'B.' },
      ],
    ],
    ['a list of texts', '["a", "b", "c', ['a', 'b']],
    ['text in parts', '{"text": "one " + "two"}', { text: 'one two' }],
    ['an empty object', 'Nothing to repair: {}', {}],
    ['whole members before a cut', '{"ok": true, "text": "whole", "more": "ha', { ok: true, text: 'whole' }],
    ['a number that may go on', '{"ok": true, "n": 12', { ok: true }],
    ['emoji and other scripts', "{'text': 'Ада – 学 👩‍💻'}", { text: 'Ада – 学 👩‍💻' }],
  ])('keeps %s', (_, reply, expected) => {
    expect(JSON.parse(repairJson(reply) ?? 'null')).toEqual(expected);
  });
});

describe('a reply without an answer', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'Ada knows Python and lacks AWS.'],
    ['prose with slots', 'Ada knows {{skill.python}} [1] and lacks {{skill.aws}}.'],
    ['a number', '42'],
    ['a text as JSON', '"Ada knows Python."'],
    ['a thought without an end', '<think>I could answer {"paragraphs": []} but'],
    ['code', 'function f() { return [a, b]; }'],
    ['the first half of the first sentence', '{"paragraphs":[{"sentences":[{"text":"Ada la'],
    ['the first half of the first citation', '{"paragraphs":[{"sentences":[{"text":"A.","facts":["skill.'],
    ['a first member that is cut', '{"text": "Ada la'],
    ['100 KB of prose', 'Ada knows {some} things [and] more. '.repeat(3000)],
  ])('is none: %s', (_, reply) => {
    expect(repairJson(reply)).toBeUndefined();
  });

  it.each([
    ['open brackets', '[['.repeat(50_000)],
    ['open objects', '{"a":'.repeat(30_000)],
    ['quotes', '{"'.repeat(50_000)],
    ['fences', '```json\n{"a'.repeat(10_000)],
  ])('takes no time to say so: %s', (_, reply) => {
    const start = performance.now();
    repairJson(reply);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it('offers every object, the last one first and empty ones at the end', () => {
  expect(jsonCandidates('{"a": 1} then {} then {"b": 2}')).toEqual(['{"b": 2}', '{"a": 1}', '{}']);
});

const anyObject = fc.dictionary(fc.string(), fc.jsonValue({ depthSize: 'small' }), { minKeys: 1 });

describe('for every JSON object', () => {
  it('changes nothing that was well-formed, whatever stands around it', () => {
    fc.assert(
      fc.property(
        anyObject.filter((value) => !('name' in value)),
        fc.constantFrom(undefined, 2),
        fc.constantFrom('', 'Sure:\n', '<think>{"a": 1}</think>\n', '```json\n'),
        fc.constantFrom('', '\n```\nDone.', '<|im_end|>'),
        (value, indent, before, after) => {
          const text = before + JSON.stringify(value, undefined, indent) + after;
          expect(JSON.parse(repairJson(text) ?? 'null')).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  it('makes up no value where the end is missing', () => {
    fc.assert(
      fc.property(anyObject, fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
        const whole = JSON.stringify(value);
        const result = repairJson(whole.slice(0, Math.floor(share * whole.length)));
        if (result !== undefined) expectPart(JSON.parse(result), JSON.parse(whole));
      }),
    );
  });

  it('never throws', () => {
    const noise = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ':',
      ',',
      '\\',
      '//',
      '/*',
      '```',
      'a',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 60 }), (parts) => {
        const result = repairJson(parts.join(''));
        if (result !== undefined) expect(JSON.parse(result)).toBeTypeOf('object');
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether everything in `part` stands at the same place in `whole`. */
function expectPart(part: unknown, whole: unknown): void {
  if (typeof part !== 'object' || part === null) {
    expect(part).toEqual(whole);
    return;
  }
  expect(Array.isArray(part)).toBe(Array.isArray(whole));
  for (const [key, value] of Object.entries(part)) expectPart(value, (whole as Record<string, unknown>)[key]);
}
