import type { FactSheet, Finding } from '../../schemas/index.ts';
import { slotsOf } from '../sections/index.ts';
import { FOREIGN_WORDS, HONOURS, OFF_TASK, SWEEPING } from './off-task-words.ts';

const RULE = 'off-task';
const SLOT = /\{\{[^{}]*\}\}/gu;
/** Sentences of other languages are full of their small words; a name or two is not a sentence. */
const MANY = 3;

/**
 * Finds what a sentence of a draft says to somebody or for somebody instead of about the facts: instructions, advice
 * on hiring, calls to act, addresses, another language, and "no gap remains" where gaps do. The names of the facts are
 * left out of it: they stand in a report whatever they say. Offsets are into the template.
 */
export function findOffTask(template: string, sheet: FactSheet): Finding[] {
  const bare = readLatin(
    blankNames(
      template.replace(SLOT, (slot) => ' '.repeat(slot.length)),
      sheet,
    ),
  );
  const findings: Finding[] = [];
  const add = (start: number, actual: string, expected: string) => {
    if (findings.some((finding) => start < finding.end && finding.start < start + actual.length)) return;
    findings.push({
      rule: RULE,
      severity: 'error',
      line: 1,
      column: start + 1,
      start,
      end: start + actual.length,
      quote: template.slice(start, start + actual.length),
      subject: actual.trim(),
      actual: actual.trim(),
      expected,
      message: `Unexpected "${actual.trim()}", expected ${expected}`,
      facts: slotsOf(template),
      related: [],
    });
  };
  for (const [pattern, expected] of OFF_TASK) {
    const match = pattern.exec(bare);
    if (match) add(match.index, match[0], expected);
  }
  const sweeping = SWEEPING.exec(bare);
  const { met, asked } = sheet.coverage.all;
  if (sweeping && met < asked && !/\b(?:core|preferred|emerging|entry)\b/iu.test(bare))
    add(sweeping.index, sweeping[0], 'the gaps that the facts name');
  for (const [claim, ground] of HONOURS) {
    const match = claim.exec(bare);
    if (match && !namesIn(sheet).some((name) => ground.test(name)))
      add(match.index, match[0], 'only what the facts name');
  }
  // Acronyms are names of facts; other words in capitals shout.
  const shout = /(?<![\p{L}\p{N}])\p{Lu}{5,}(?![\p{L}\p{N}])/u.exec(bare);
  if (shout) add(shout.index, shout[0], 'no words in capitals');
  const foreign = /(?!\p{Script=Latin})\p{L}[\p{L}\p{M}\s]*/u.exec(bare);
  if (foreign) add(foreign.index, foreign[0].trimEnd(), 'English');
  else if (isForeign(bare)) add(0, template, 'English');
  return findings;
}

/** Letters without marks and width, one for one, so that places hold. */
function readLatin(text: string): string {
  let reading = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    reading += (char > '\u007f' ? char.normalize('NFKD')[0] : undefined) ?? char;
  }
  return reading;
}

function isForeign(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => FOREIGN_WORDS.has(word));
  return new Set(small).size >= MANY && small.length * 4 >= words.length;
}

const names = new WeakMap<FactSheet, readonly string[]>();

/** Blanks what facts are called, longest first, in any case. */
function blankNames(text: string, sheet: FactSheet): string {
  let blanked = text;
  let low = text.toLowerCase();
  // A few capitals have small forms of another length; then places would not hold.
  if (low.length !== text.length) low = text;
  for (const name of namesIn(sheet)) {
    for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (isLetter(low[at - 1]) || isLetter(low[end])) continue;
      const hole = ' '.repeat(name.length);
      blanked = blanked.slice(0, at) + hole + blanked.slice(end);
      low = low.slice(0, at) + hole + low.slice(end);
    }
  }
  return blanked;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

function namesIn(sheet: FactSheet): readonly string[] {
  const known = names.get(sheet) ?? collectNames(sheet);
  names.set(sheet, known);
  return known;
}

function collectNames(sheet: FactSheet): string[] {
  const displays = sheet.facts
    .filter(({ unit, value }) => value !== null && ['name', 'text', 'list'].includes(unit))
    .flatMap(({ value, display }) => (Array.isArray(value) ? [...value, display] : [display]));
  const spellings = [...sheet.skills, ...sheet.extras].flatMap((skill) => skill.spellings);
  return [...new Set([...displays, ...spellings].map((name) => name.toLowerCase()))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
}
