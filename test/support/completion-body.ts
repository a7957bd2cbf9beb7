import type { ScriptedCall, ScriptedReply } from './scripted-server.ts';

const defaultUsage = { prompt_tokens: 100, completion_tokens: 20 };

/** A chat completion as OpenAI's API writes it; a tool call where one is asked for. */
export function completionBody(reply: ScriptedReply, call: ScriptedCall) {
  const { refusal = null, usage = defaultUsage } = reply;
  const tool = toolOf(reply, call);
  const finishReason = reply.finishReason ?? (tool === undefined ? 'stop' : 'tool_calls');
  const message =
    tool === undefined
      ? { role: 'assistant', content: contentOf(reply), refusal }
      : {
          role: 'assistant',
          content: null,
          refusal,
          tool_calls: [
            {
              id: `call_${call.index}`,
              type: 'function',
              function: { name: tool, arguments: contentOf(reply) ?? '' },
            },
          ],
        };
  return {
    id: `chatcmpl-${call.index}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: call.body.model,
    choices: [
      {
        index: 0,
        message,
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    ...(usage === null
      ? {}
      : { usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } }),
  };
}

/** The same as server-sent events: a piece of text each, then the end, then the counts where they are asked for. */
export function completionEvents(reply: ScriptedReply, call: ScriptedCall): string[] {
  const { choices, usage, ...head } = completionBody(reply, call);
  const [choice] = choices;
  const text = contentOf(reply) ?? '';
  const pieces = text.match(/[\s\S]{1,8}/g) ?? [];
  const isTool = toolOf(reply, call) !== undefined;
  const deltas = [
    { role: 'assistant', ...(reply.refusal === undefined ? {} : { refusal: reply.refusal }) },
    ...pieces.map((piece) =>
      isTool ? { tool_calls: [{ index: 0, function: { arguments: piece } }] } : { content: piece },
    ),
  ];
  const event = (part: object) =>
    `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', ...part })}\n\n`;
  const options = call.body.stream_options as { include_usage?: boolean } | undefined;
  return [
    ...deltas.map((delta) => event({ choices: [{ index: 0, delta, finish_reason: null }] })),
    event({ choices: [{ index: 0, delta: {}, finish_reason: choice?.finish_reason }] }),
    ...(options?.include_usage && usage !== undefined ? [event({ choices: [], usage })] : []),
    'data: [DONE]\n\n',
  ];
}

/** The name of the tool to call, where the request wants one and the script does not ignore that. */
function toolOf(
  { refusal, ignoresTools = false }: ScriptedReply,
  { body }: ScriptedCall,
): string | undefined {
  return refusal === undefined && !ignoresTools ? body.tools?.[0]?.function.name : undefined;
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
