import type { ScriptedCall, ScriptedReply } from './scripted-server.ts';

const defaultUsage = { prompt_tokens: 100, completion_tokens: 20 };

/** A chat completion as OpenAI's API writes it. */
export function completionBody(reply: ScriptedReply, call: ScriptedCall) {
  const { refusal = null, finishReason = 'stop', usage = defaultUsage } = reply;
  return {
    id: `chatcmpl-${call.index}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: call.body.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: contentOf(reply), refusal },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    ...(usage === null
      ? {}
      : { usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } }),
  };
}

/** The same as the Responses API writes it. */
export function responseBody(reply: ScriptedReply, call: ScriptedCall) {
  const { refusal, finishReason, usage = defaultUsage } = reply;
  const part =
    refusal === undefined
      ? { type: 'output_text', text: contentOf(reply) ?? '', annotations: [] }
      : { type: 'refusal', refusal };
  return {
    id: `resp_${call.index}`,
    object: 'response',
    created_at: 1_700_000_000,
    model: call.body.model,
    status: finishReason === undefined ? 'completed' : 'incomplete',
    incomplete_details: finishReason === undefined ? null : { reason: finishReason },
    error: null,
    output: [{ id: 'msg_0', type: 'message', role: 'assistant', status: 'completed', content: [part] }],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    ...(usage === null
      ? {}
      : {
          usage: {
            input_tokens: usage.prompt_tokens,
            output_tokens: usage.completion_tokens,
            total_tokens: usage.prompt_tokens + usage.completion_tokens,
          },
        }),
  };
}

function contentOf({ content = {}, refusal }: ScriptedReply): string | null {
  if (refusal !== undefined) return null;
  return typeof content === 'string' || content === null ? content : JSON.stringify(content);
}
