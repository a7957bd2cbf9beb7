import type { ModelRequest } from './model.ts';

/**
 * The request's messages with the schema written out at the end of the last one, for endpoints that take no schema.
 * Not a message of its own: the chat templates of many small models allow one system message, at the start.
 * It holds the word JSON, without which OpenAI's JSON mode refuses to work.
 */
export function withSchemaHint({ messages, schema }: ModelRequest): ModelRequest['messages'] {
  const hint = [
    'Answer with one JSON object and nothing else: no introduction, no code fence.',
    `It has to fit this JSON Schema (${schema.name}):`,
    JSON.stringify(schema.json),
  ].join('\n');
  const last = messages.at(-1);
  if (last === undefined) return [{ role: 'user', content: hint }];
  return [...messages.slice(0, -1), { ...last, content: `${last.content}\n\n${hint}` }];
}
