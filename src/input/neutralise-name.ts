import { INSTRUCTIONS, leetOf, letterOf } from './instruction-words.ts';

/** A name made harmless, and what was wrong with it, in words that fit behind "unexpected". */
export interface NeutralName {
  text: string;
  reasons: string[];
}

export interface NeutraliseOptions {
  /** Characters at most. Default 120. */
  longest?: number;
  /** What stands where nothing of the name is left. */
  otherwise?: string;
}

const LONGEST_NAME = 120;

/** No name needs more to be judged by, and the patterns take their time with a text that was made to be long. */
const MOST_READ = 1000;

/** What can go wrong is undone one by one; what one removal uncovers, the next round finds. */
const ROUNDS = 4;

/** Plain words of the commonest letters, two at most: nothing to look for. Nearly all names are such. */
const PLAIN = /^(?:C\+\+|C#|\.?[A-Za-z0-9]+(?:[.&/'-][A-Za-z0-9]+)*)(?: [A-Za-z0-9]+)?$/;

/** Joiners are letters' own business in some scripts and hold emoji together; elsewhere nobody sees them. */
const JOINED =
  /(?<=[\p{Script=Arab}\p{Script=Deva}\p{Script=Beng}\p{Script=Gujr}\p{Script=Guru}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Tibt}\p{Script=Mong}\p{Script=Syrc}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu;

/** Seen by nobody: formats, controls, private and broken characters, letters without a shape, piled-up marks. */
const UNSEEN =
  /[\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2800\u3164\uffa0]|(?![\t\n\v\f\r\u0085])\p{Cc}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2,}|(?<=\p{M}{6})\p{M}+/gu;

/** What a terminal acts upon: from its first sign to its last. */
const TERMINAL = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`,
    String.raw`\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?`,
    String.raw`\u001b[@-_]`,
  ].join('|'),
  'gu',
);

/** Tags that mean something to a browser or to a prompt; `<T>` of a generic type does not. */
const TAG =
  'a|abbr|address|applet|area|article|aside|audio|b|base|bgsound|blink|blockquote|body|br|button|canvas|center|code|details|dialog|div|dl|em|embed|fieldset|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|image|input|isindex|keygen|label|layer|li|link|main|marquee|math|meta|nav|noscript|object|ol|option|p|param|picture|plaintext|pre|script|section|select|slot|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead|title|tr|track|u|ul|video|xml|xmp|facts?|sentences?|system|user|assistant|instructions?|prompt|context|data|document|task|tool|admin|important';

interface Removal {
  reason: string;
  pattern: RegExp;
  /** What is put in its place; a space where nothing is said. */
  by?: string;
}

const REMOVALS: readonly Removal[] = [
  { reason: 'markup', pattern: /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu },
  { reason: 'markup', pattern: new RegExp(`<\\s*/?\\s*(?:${TAG})\\b[^<>]*(?:>|$)`, 'giu') },
  { reason: 'markup', pattern: /<[/!?][^<>]*>?|<\/?\s*>|\]\]>|--+>/gu },
  { reason: 'markup', pattern: /!?\[([^[\]]*)\]\([^()]*\)/gu, by: '$1' },
  { reason: 'markup', pattern: /`+/gu },
  {
    reason: 'markup',
    pattern:
      /\bon(?:abort|animation\w*|begin|blur|click|error|focus\w*|key\w+|load\w*|mouse\w+|pointer\w+|toggle)\s*=\s*\S*/giu,
  },
  { reason: 'slot braces', pattern: /\{\{[^{}]*\}\}|\{\{+|\}\}+|\{%[^%]*%\}|\$\{[^{}]*\}|<%[^%]*%>/gu },
  {
    reason: 'prompt delimiters',
    pattern:
      /<\|[^|<>]*\|>(?:\s*(?:system|user|assistant)\b)?|\[\/?(?:INST|SYS)\]|<<\/?SYS>>|#{2,}\s*(?:instruction|response|system|user|assistant|human|input|output)s?\b:?|"""+|-{5,}[^-]*-{5,}|[-=_~*]{6,}/giu,
  },
  {
    reason: 'a web address',
    pattern: /<?\b[a-z][a-z0-9+.-]*:\/\/\S*|\bwww\.\S+|(?<![\w:/])\/\/[\w-]+(?:\.[\w-]+)+\S*/giu,
  },
  {
    reason: 'a web address',
    pattern: /\b(?:java|vb)script:\S+|\b(?:data:\w+\/[\w+.-]+[;,]|mailto:|tel:)\S*/giu,
  },
  { reason: 'a web address', pattern: /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S*[?&=]\S*/gu },
  { reason: 'a mail address', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { reason: 'a phone number', pattern: /(?<![\p{L}\p{N}+])\+\d(?:[\s()./-]{0,2}\d){7,14}/gu },
  {
    reason: 'an encoded text',
    pattern: /(?<![\p{L}\p{N}])(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/]{32,}={0,2}/gu,
  },
  { reason: 'a spreadsheet formula', pattern: /^\s*(?:=|[+@-](?=\s*[\w.'!$]*[(|!]))+/u },
];

/** From here to the end of the text it speaks to the model. */
const FAKE_REPLY =
  /["'\]},\s]*(?:[{[]\s*["'“”]\w+["'“”]\s*:|["'“”]\w+["'“”]\s*:\s*[[{"']|\s[\w-]+(?:\.[\w-]+)+ = ["(])/u;
const SPACED_OUT = /(?<![\p{L}\p{N}])(?:\p{L}[\s._-]{1,3}){7,}\p{L}(?![\p{L}\p{N}])/u;

/**
 * Makes a name of an input harmless: what nobody sees, markup, slot braces, prompt delimiters, addresses and formula
 * signs go, a text that speaks to the model is cut off where it starts, and what is longer than `longest` characters
 * is cut. A name without any of these stays as it is but for line breaks and tabs, which become spaces.
 */
export function neutraliseName(
  name: string,
  { longest = LONGEST_NAME, otherwise = '(text removed)' }: NeutraliseOptions = {},
): NeutralName {
  if (name.length <= longest && PLAIN.test(name)) return { text: name, reasons: [] };
  const reasons = new Set<string>();
  let text = name.slice(0, MOST_READ);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = text;
    text = cutInstructions(removeUnseen(text, reasons), reasons);
    for (const { reason, pattern, by = ' ' } of REMOVALS) {
      const rest = text.replace(pattern, by);
      if (rest === text) continue;
      text = rest;
      reasons.add(reason);
    }
    if (text === before) break;
  }
  const oneLine = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ');
  if (reasons.size === 0 && name.length <= MOST_READ && [...oneLine].length <= longest)
    return { text: oneLine, reasons: [] };
  text = tidy(oneLine);
  const letters = [...text];
  if (letters.length > longest) {
    reasons.add(`a text of ${[...name].length} characters`);
    text = `${letters
      .slice(0, longest - 3)
      .join('')
      .trimEnd()}...`;
  }
  return { text: /[\p{L}\p{N}]/u.test(text) ? text : otherwise, reasons: [...reasons] };
}

function removeUnseen(text: string, reasons: Set<string>): string {
  const plain = text.replace(TERMINAL, '');
  const kept = new Set([...plain.matchAll(JOINED)].map((match) => match.index));
  const seen = plain.replace(UNSEEN, (found, ...rest) =>
    kept.has(rest.find((part) => typeof part === 'number') as number) ? found : '',
  );
  if (seen !== text) reasons.add('hidden characters');
  return seen;
}

function cutInstructions(text: string, reasons: Set<string>): string {
  const readings = new Set([text, readLatin(text), readLatin(text, leetOf)]);
  const starts = [...readings].flatMap((reading) =>
    INSTRUCTIONS.map((pattern) => reading.search(pattern)).filter((at) => at >= 0),
  );
  const reply = text.search(FAKE_REPLY);
  const spaced = text.search(SPACED_OUT);
  if (starts.length > 0) reasons.add('instruction-like text');
  if (reply >= 0) reasons.add('a made-up reply');
  if (spaced >= 0) reasons.add('spaced-out letters');
  const cut = Math.min(...starts, ...[reply, spaced].filter((at) => at >= 0), text.length);
  return cut === text.length ? text : text.slice(0, cut);
}

/** The text as it looks to the eye, in Latin letters without marks; of the same length, so that places hold. */
function readLatin(text: string, more?: ReadonlyMap<string, string>): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain text needs no reading.
  if (more === undefined && /^[\u0000-\u007f]*$/.test(text)) return text;
  let reading = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const [base = char] = char.normalize('NFKD');
    const letter = letterOf.get(base) ?? base;
    reading += (more?.get(letter) ?? letter).slice(0, 1) || char;
  }
  return reading;
}

/** Without the holes that removals leave. */
function tidy(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]|\{\s*\}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,;:.!?)\]])/gu, '')
    .replace(/^[\s,;:|/>)\]}\p{Pd}]+|[\s.,;:!?|/<([{"'“‘\p{Pd}]+$/gu, '')
    .trim();
}
