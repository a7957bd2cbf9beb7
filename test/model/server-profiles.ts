import { openModel } from '../../src/model/index.ts';
import type { RemoteModel } from '../../src/model/provider.ts';
import type { CompletionRequest, Script, ScriptedReply } from '../support/scripted-server.ts';

/** A server as its documentation and its issue tracker describe it. None of them was run for this. */
export interface ServerProfile {
  name: string;
  /** How the replies of a model are wrapped, or why a request is refused. `content` is what the model has to say. */
  answer(body: CompletionRequest, content: object): ScriptedReply;
  /** The reply form that it is found out to take. */
  form: string;
  /** Calls for the first reply: those that are refused, and the one that is not. */
  tries: number;
  /** Whether what was done to its replies is told. */
  isMended?: boolean;
  basePath?: string;
  open?: (url: string) => Promise<RemoteModel>;
}

const formOf = ({ response_format: format, tools }: CompletionRequest): string =>
  format?.type ?? (tools === undefined ? 'none' : 'tool');

/** A completion as one of these servers sends it; `more` goes into the message. */
function completion(
  { model }: CompletionRequest,
  content: string | null,
  more: object = {},
  { finishReason = 'stop', ...rest }: { finishReason?: string | null; [field: string]: unknown } = {},
): ScriptedReply {
  const message = { role: 'assistant', content, ...more };
  return {
    body: JSON.stringify({
      id: 'chatcmpl-7',
      object: 'chat.completion',
      created: 1_790_000_000,
      model,
      choices: [{ index: 0, message, finish_reason: finishReason }],
      usage: { prompt_tokens: 900, completion_tokens: 200, total_tokens: 1100 },
      ...rest,
    }),
  };
}

const call = (content: object) => ({
  tool_calls: [
    {
      id: 'call_1',
      index: 0,
      type: 'function',
      function: { name: 'answer', arguments: JSON.stringify(content) },
    },
  ],
});

const refused = (body: object, status = 400): ScriptedReply => ({ status, body: JSON.stringify(body) });
const thought = 'Let me see what the facts say. {"paragraphs": []} would be too little.';

/** Single quotes and a trailing comma, as models write that nothing holds to a grammar. */
const sloppy = (content: object) =>
  `Here it is:\n\`\`\`json\n${JSON.stringify(content, undefined, 1).replace(/\n\]\n?\}$/, ',\n]\n}')}\n\`\`\`\nI hope this helps!`;

export const serverProfiles: readonly ServerProfile[] = [
  {
    name: 'llama.cpp, a model that does not reason',
    answer: (body, content) =>
      formOf(body) === 'tool'
        ? completion(body, null, call(content), { finishReason: 'tool_calls' })
        : completion(body, JSON.stringify(content), {}, { timings: { prompt_n: 900, predicted_n: 200 } }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'llama.cpp, thoughts put apart',
    answer: (body, content) =>
      completion(body, JSON.stringify(content), { reasoning_content: thought }, { timings: {} }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'llama.cpp, thoughts left in the text (--reasoning-format none)',
    answer: (body, content) =>
      completion(body, `<think>\n${thought}\n</think>\n\n${JSON.stringify(content)}`),
    form: 'json_schema',
    tries: 1,
    isMended: true,
  },
  {
    name: 'llama.cpp of early 2025, which takes a schema for a grammar as well',
    answer: (body, content) =>
      formOf(body) === 'json_schema'
        ? refused({
            error: {
              code: 400,
              message: 'Either "json_schema" or "grammar" can be specified, but not both',
              type: 'invalid_request_error',
            },
          })
        : completion(body, JSON.stringify(content)),
    form: 'json_object',
    tries: 2,
  },
  {
    name: 'Ollama',
    answer: (body, content) =>
      completion(body, JSON.stringify(content), {}, { system_fingerprint: 'fp_ollama' }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'Ollama, a thinking model, with no finish reason',
    answer: (body, content) =>
      completion(body, JSON.stringify(content), { reasoning: thought }, { finishReason: null }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'Ollama of a hosted model, which takes a schema and does not keep to it',
    answer: (body, content) => completion(body, sloppy(content)),
    form: 'json_schema',
    tries: 1,
    isMended: true,
  },
  {
    name: 'Ollama, a model without tools that answers in words until it is asked in words',
    answer: (body, content) => {
      if (formOf(body) === 'tool')
        return refused({
          error: {
            message: 'registry.ollama.ai/library/tiny:1b does not support tools',
            type: 'invalid_request_error',
            param: null,
            code: null,
          },
        });
      return completion(body, formOf(body) === 'none' ? sloppy(content) : 'Of course! What shall I write?');
    },
    form: 'none',
    // Each section asks again where there was no JSON, while the others have found out.
    tries: 0,
    isMended: true,
  },
  {
    name: 'LM Studio',
    answer: (body, content) =>
      formOf(body) === 'json_object'
        ? refused({ error: "'response_format.type' must be 'json_schema' or 'text'" })
        : completion(body, JSON.stringify(content), { reasoning_content: '', tool_calls: [] }, { stats: {} }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'LM Studio, a reasoning model whose JSON is taken for its thought',
    answer: (body, content) =>
      completion(body, '', { reasoning_content: JSON.stringify(content), tool_calls: [] }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'LM Studio, an engine that takes no schema',
    answer: (body, content) => {
      if (formOf(body) === 'json_schema')
        return refused({ error: 'json_schema is not supported by this engine' });
      if (formOf(body) === 'json_object')
        return refused({ error: "'response_format.type' must be 'json_schema' or 'text'" });
      return completion(body, null, call(content), { finishReason: 'tool_calls' });
    },
    form: 'tool',
    tries: 3,
  },
  {
    name: 'vLLM',
    answer: (body, content) =>
      completion(
        body,
        JSON.stringify(content),
        { reasoning: null, tool_calls: [] },
        { prompt_logprobs: null },
      ),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'vLLM, a reasoning parser that keeps the JSON for itself',
    answer: (body, content) =>
      completion(body, null, { reasoning_content: JSON.stringify(content), tool_calls: [] }),
    form: 'json_schema',
    tries: 1,
  },
  {
    name: 'vLLM without a tool parser, errors not wrapped',
    answer: (body, content) => {
      const error = { object: 'error', type: 'BadRequestError', param: null, code: 400 };
      if (formOf(body) === 'json_schema') return refused({ ...error, message: 'unsupported schema' });
      if (formOf(body) === 'json_object') return refused({ ...error, message: 'no grammar backend' });
      if (formOf(body) === 'tool')
        return refused({
          ...error,
          message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        });
      return completion(body, `${thought}\n</think>\n${sloppy(content)}`);
    },
    form: 'none',
    tries: 4,
    isMended: true,
  },
  {
    name: 'Azure by its dated API',
    answer: (body, content) => completion(body, JSON.stringify(content), { refusal: null, annotations: [] }),
    form: 'json_schema',
    tries: 1,
    basePath: '/openai/deployments/my-deployment',
    open: (url) =>
      openModel('azure:my-deployment', { apiKey: 'azure-key-0123456789', baseUrl: new URL(url).origin }),
  },
  {
    name: 'Azure, a model version without schemas',
    answer: (body, content) =>
      formOf(body) === 'json_schema'
        ? refused({
            error: {
              message:
                "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
              type: 'invalid_request_error',
              param: 'response_format',
              code: null,
            },
          })
        : completion(body, JSON.stringify(content)),
    form: 'json_object',
    tries: 2,
    basePath: '/openai/deployments/my-deployment',
    open: (url) =>
      openModel('azure:my-deployment', { apiKey: 'azure-key-0123456789', baseUrl: new URL(url).origin }),
  },
];

/** The script of a server whose model writes what another script writes. */
export function scriptOf(profile: ServerProfile, writer: Script): Script {
  return async (request) => profile.answer(request.body, (await writer(request)).content as object);
}
