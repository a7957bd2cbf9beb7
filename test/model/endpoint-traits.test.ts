import { afterEach, describe, expect, it } from 'vitest';
import { openModel } from '../../src/model/index.ts';
import {
  type Script,
  type ScriptedCall,
  type ScriptedServer,
  startScriptedServer,
} from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

let server: ScriptedServer;
afterEach(() => server.close());

async function start(script: Script, name = 'small-model') {
  server = await startScriptedServer(script);
  return openModel(`openai:${name}`, { baseUrl: server.url });
}

const formOf = ({ body }: ScriptedCall) =>
  body.response_format?.type ?? (body.tools === undefined ? 'none' : 'tool');

/** A server that takes only the given forms of a reply. */
const takes =
  (...forms: string[]): Script =>
  (call) =>
    forms.includes(formOf(call)) ? {} : { status: 400, error: { message: 'Unknown response_format.' } };

const formsAsked = () => server.calls.map(formOf);

describe('the form of a reply', () => {
  it('is a strict JSON schema where the endpoint takes one', async () => {
    const model = await start(() => ({}));
    expect(model.form).toBeUndefined();
    await model.generate(makeRequest());
    expect(model.form).toBe('json_schema');
    const { schema } = makeRequest();
    expect(server.calls[0]?.body).toEqual({
      model: 'small-model',
      stream: false,
      messages: makeRequest().messages,
      response_format: {
        type: 'json_schema',
        json_schema: { name: schema.name, strict: true, schema: schema.json },
      },
    });
  });

  it.each([
    { forms: ['json_object', 'none'], first: ['json_schema', 'json_object'], later: 'json_object' },
    { forms: ['tool', 'none'], first: ['json_schema', 'json_object', 'tool'], later: 'tool' },
    { forms: ['none'], first: ['json_schema', 'json_object', 'tool', 'none'], later: 'none' },
  ])('goes down to $later, and stays there', async ({ forms, first, later }) => {
    const model = await start(takes(...forms));
    await model.generate(makeRequest());
    expect(formsAsked()).toEqual(first);
    await model.generate(makeRequest());
    expect(formsAsked()).toEqual([...first, later]);
    expect(model.form).toBe(later);
  });

  it('is told in words where no schema is sent', async () => {
    const model = await start(takes('json_object'));
    await model.generate(makeRequest());
    const [schemaCall, objectCall] = server.calls;
    expect(schemaCall?.body.messages).toEqual(makeRequest().messages);
    expect(objectCall?.body.messages).toHaveLength(2);
    expect(objectCall?.body.messages[1]?.content).toContain(JSON.stringify(makeRequest().schema.json));
    expect(objectCall?.body.messages[1]?.content).toMatch(
      /^The facts: none\.\n\nAnswer with one JSON object/,
    );
  });

  it('is a call of the one tool whose parameters are the schema', async () => {
    const content = { paragraphs: ['One.'] };
    const model = await start((call) => ({ ...takes('tool')(call), content }));
    expect(await model.generate(makeRequest())).toMatchObject({
      text: JSON.stringify(content),
      finishReason: 'tool_calls',
    });
    const { schema, messages } = makeRequest();
    expect(server.calls.at(-1)?.body).toEqual({
      model: 'small-model',
      stream: false,
      messages,
      tools: [
        {
          type: 'function',
          function: {
            name: schema.name,
            description: 'Hands over the answer.',
            parameters: schema.json,
          },
        },
      ],
      tool_choice: 'required',
    });
  });

  it.each(['tools', 'tool_choice', 'tools[0].function'])('goes on from a tool call for %s', async (param) => {
    const model = await start((call) =>
      formOf(call) === 'none'
        ? {}
        : { status: 400, error: { message: 'No.', param: formOf(call) === 'tool' ? param : null } },
    );
    await model.generate(makeRequest());
    expect(model.form).toBe('none');
  });

  it('gives up a form that the endpoint takes and does not keep to', async () => {
    const model = await start((call) => ({
      content: ['json_schema', 'tool'].includes(formOf(call)) ? 'Here you are.' : { paragraphs: [] },
      ignoresTools: true,
    }));
    expect((await model.generate(makeRequest())).text).toBe('Here you are.');
    expect(model.form).toBe('json_object');
    for (let call = 0; call < 2; call++) await model.generate(makeRequest());
    expect(formsAsked()).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('is given up by one step for several such replies at once, and ends with words', async () => {
    const model = await start(() => ({ content: 'Prose.', ignoresTools: true }));
    await Promise.all([1, 2, 3].map(() => model.generate(makeRequest())));
    expect(model.form).toBe('json_object');
    for (let call = 0; call < 5; call++) await model.generate(makeRequest());
    expect(formsAsked().slice(3)).toEqual(['json_object', 'tool', 'none', 'none', 'none']);
  });

  it('is kept where JSON stands behind a thought', async () => {
    const model = await start(() => ({ content: '<think>Hm.</think>{"paragraphs": []}' }));
    await model.generate(makeRequest());
    expect(model.form).toBe('json_schema');
  });

  it('is not to blame where the endpoint itself finds the JSON wrong', async () => {
    const model = await start(() => ({
      status: 400,
      error: { message: 'Failed to generate JSON.', code: 'json_validate_failed' },
    }));
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      fault: 'invalid-reply',
      retryable: true,
    });
    expect(formsAsked()).toEqual(['json_schema']);
  });

  it('gives the last error when nothing is taken', async () => {
    const model = await start(takes());
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ fault: 'bad-request', status: 400 });
    expect(formsAsked()).toEqual(['json_schema', 'json_object', 'tool', 'none']);
    expect(model.form).toBeUndefined();
  });

  it('is not the suspect any more once it has worked', async () => {
    const model = await start(({ index }) =>
      index === 0 ? {} : { status: 400, error: { message: 'Something about this request.' } },
    );
    await model.generate(makeRequest());
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ fault: 'bad-request' });
    expect(formsAsked()).toEqual(['json_schema', 'json_schema']);
  });

  it('is milder for the one schema that the endpoint finds too large, and for no other', async () => {
    const model = await start(({ index }) =>
      index === 1
        ? { status: 400, error: { message: 'Too many enum values.', param: 'response_format' } }
        : {},
    );
    for (let call = 0; call < 3; call++) await model.generate(makeRequest());
    expect(formsAsked()).toEqual(['json_schema', 'json_schema', 'json_object', 'json_schema']);
    expect(model.form).toBe('json_schema');
  });

  it('is found out by sections that start together', async () => {
    const model = await start(takes('json_object'));
    await Promise.all([1, 2, 3].map(() => model.generate(makeRequest())));
    expect(server.calls.length).toBeLessThanOrEqual(6);
    await model.generate(makeRequest());
    expect(formsAsked().at(-1)).toBe('json_object');
  });

  it('does not change for a fault of another kind', async () => {
    const model = await start(() => ({ status: 500, error: { message: 'No.' } }));
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ fault: 'server' });
    expect(formsAsked()).toEqual(['json_schema']);
  });
});

describe('parameters', () => {
  it('sends temperature and limit only where they are given', async () => {
    const model = await start(() => ({}));
    await model.generate(makeRequest({ temperature: 0, maxOutputTokens: 900 }));
    await model.generate(makeRequest());
    expect(server.calls[0]?.body).toMatchObject({ temperature: 0, max_tokens: 900 });
    expect(Object.keys(server.calls[1]?.body ?? {}).sort()).toEqual(
      ['messages', 'model', 'response_format', 'stream'].sort(),
    );
  });

  it('names the limit as reasoning models want it', async () => {
    const model = await start(() => ({}), 'gpt-5-mini');
    await model.generate(makeRequest({ maxOutputTokens: 900 }));
    expect(server.calls[0]?.body).toMatchObject({ max_completion_tokens: 900 });
    expect(server.calls[0]?.body).not.toHaveProperty('max_tokens');
  });

  it('leaves out a temperature that the endpoint refuses, once and for all', async () => {
    const model = await start(({ body }) =>
      body.temperature === undefined
        ? {}
        : {
            status: 400,
            error: { message: 'Unsupported value.', param: 'temperature', code: 'unsupported_value' },
          },
    );
    await model.generate(makeRequest({ temperature: 0.3 }));
    await model.generate(makeRequest({ temperature: 0.3 }));
    expect(server.calls.map(({ body }) => body.temperature)).toEqual([0.3, undefined, undefined]);
    expect(formsAsked()).toEqual(['json_schema', 'json_schema', 'json_schema']);
  });

  it('uses the other name of the limit where the endpoint asks for it', async () => {
    const model = await start(({ body }) =>
      body.max_tokens === undefined
        ? {}
        : { status: 400, error: { message: 'Unsupported parameter.', param: 'max_tokens' } },
    );
    await model.generate(makeRequest({ maxOutputTokens: 900 }));
    expect(server.calls[1]?.body).toMatchObject({ max_completion_tokens: 900 });
    expect(server.calls[1]?.body).not.toHaveProperty('max_tokens');
  });
});

describe('models that LangChain takes to the Responses API', () => {
  it.each([
    {
      name: 'a text',
      reply: { content: '{"a":1}' },
      expected: { text: '{"a":1}', finishReason: 'completed' },
    },
    { name: 'prose', reply: { content: 'No JSON.' }, expected: { text: 'No JSON.' } },
  ])('reads $name', async ({ reply, expected }) => {
    const model = await start(() => reply, 'gpt-5.6');
    expect(await model.generate(makeRequest())).toMatchObject({
      ...expected,
      model: 'gpt-5.6',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    expect(server.calls[0]?.path).toBe('/v1/responses');
  });

  it.each([
    { reply: { refusal: 'No.' }, fault: 'refusal', text: 'No.' },
    { reply: { content: '{"a', finishReason: 'max_output_tokens' }, fault: 'length', text: '{"a' },
    { reply: { content: '{"a', finishReason: 'content_filter' }, fault: 'content-filter', text: '{"a' },
  ])('gives $fault', async ({ reply, fault, text }) => {
    const model = await start(() => reply, 'gpt-5.6');
    await expect(model.generate(makeRequest())).rejects.toMatchObject({ fault, text });
  });
});
