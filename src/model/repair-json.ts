import { jsonrepair } from 'jsonrepair';
import { findJson } from './find-json.ts';

/** More places than this are no reply but noise. */
const mostPlaces = 40;

/**
 * The JSON in what a model wrote, made well-formed: reasoning and prose around it are cut away, fences, comments,
 * single quotes, trailing commas and Python's constants are repaired, what was begun and not finished is left out.
 * Values are never made up or changed, so the result still has to be validated. Undefined where there is no JSON
 * object or list.
 */
export function repairJson(text: string): string | undefined {
  return jsonCandidates(text)[0];
}

/**
 * Every JSON object or list in a text, well-formed, the likeliest answer first: what comes last, because models
 * think, quote the schema and draft before they answer. For a caller that can tell by a schema which one is meant.
 */
export function jsonCandidates(text: string): string[] {
  const answer = withoutReasoning(unquoted(text));
  // Most replies are nothing but JSON.
  const pieces = isContainer(parsed(answer)) ? [answer.trim()] : findJson(answer, mostPlaces);
  const found = pieces.flatMap((piece) => wellFormed(piece) ?? []);
  const inner = found.map((json) => toolCallArguments(json) ?? json);
  // An empty object is rather a word of the prose than the answer.
  const [full, empty] = [inner.filter((json) => !isEmpty(json)), inner.filter(isEmpty)];
  return [...new Set([...full.reverse(), ...empty.reverse()])];
}

/** Begin and end of a thought, as the chat templates of reasoning models write them. */
const thoughts: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/<(think|thinking|thought|reasoning|reflection)>/i, /<\/(think|thinking|thought|reasoning|reflection)>/i],
  [/\[THINK\]/, /\[\/THINK\]/],
  [/<\|channel\|>(analysis|commentary)<\|message\|>/, /<\|channel\|>final.*?<\|message\|>/],
  [/<seed:think>/, /<\/seed:think>/],
  [/◁think▷/, /◁\/think▷/],
];

/**
 * What follows the last thought. Many templates put the beginning of the thought into the prompt, so the end alone
 * is enough. A thought without an end holds no answer.
 */
export function withoutReasoning(text: string): string {
  for (const [begin, end] of thoughts) {
    const last = [...text.matchAll(new RegExp(end, `${end.flags}g`))].at(-1);
    if (last !== undefined) return text.slice(last.index + last[0].length);
    const first = begin.exec(text);
    if (first !== null) return text.slice(0, first.index);
  }
  return text;
}

/** Some servers hand the JSON over as one JSON string. */
function unquoted(text: string): string {
  if (!text.trimStart().startsWith('"')) return text;
  const value = parsed(text);
  return typeof value === 'string' ? value : text;
}

function wellFormed(piece: string): string | undefined {
  if (parsed(piece) !== undefined) return piece;
  try {
    const repaired = jsonrepair(piece);
    return isContainer(parsed(repaired)) ? repaired : undefined;
  } catch {
    // JSONRepairError, or a nesting too deep for it.
    return undefined;
  }
}

/** The arguments of a tool call that the server has left in the text, as Hermes, Qwen, Llama and Mistral write it. */
function toolCallArguments(json: string): string | undefined {
  const value = parsed(json);
  const call: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isContainer(call)) return undefined;
  const fields = call as Record<string, unknown>;
  const passed = fields.arguments ?? fields.parameters;
  const others = Object.keys(fields).filter((key) => key !== 'arguments' && key !== 'parameters');
  if (typeof fields.name !== 'string' || others.some((key) => !['name', 'id', 'type'].includes(key)))
    return undefined;
  if (isContainer(passed)) return JSON.stringify(passed);
  return typeof passed === 'string' && isContainer(parsed(passed)) ? passed : undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(json: string): boolean {
  return /^[{[]\s*[}\]]$/.test(json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
