import { createHash } from 'node:crypto';
import {
  defineTask,
  type FactSheet,
  fromFunction,
  type Model,
  type PromptSet,
  reportTask,
  SECTIONS,
  type TaskCell,
} from '../../src/index.ts';

/** How many sections in a hundred get a false sentence, by how the prompts ask to write. Two are the same on purpose. */
export const FAULT_RATES: Readonly<Record<PromptSet['reply']['id'], number>> = {
  slots: 0.08,
  cited: 0.08,
  plain: 0.25,
};

export interface FaultyCell {
  case: string;
  variant: string;
  repeat: number;
  seed: number;
}

/** Whether the first draft of a section has a false sentence. Decided by a hash: the same cell has the same faults. */
export function isFaulty(cell: FaultyCell, section: string, rate: number): boolean {
  return chance([cell.seed, cell.case, cell.variant, cell.repeat, section].join(' ')) < rate;
}

/** A number in [0, 1) out of a text. */
function chance(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16) / 2 ** 48;
}

const STYLE = {
  pronoun: 'they',
  person: 'third',
  tone: 'plain',
  length: 'standard',
  reader: 'coach',
} as const;

/** The false sentence of a section: what is held is called missing, or the other way round. */
export function falseSentence(facts: FactSheet, key: string): { text: string; facts: string[] } {
  const skills = facts.skills.filter(({ ambiguous, anyOf }) => !ambiguous && !anyOf);
  const skill = skills[Math.floor(chance(`skill ${key}`) * skills.length)] ?? facts.skills[0];
  if (!skill) throw new Error('cannot write a false sentence: found no skill, expected one at least');
  const text =
    skill.status === 'missing' ? `${skill.name} is a strength.` : `${skill.name} is missing altogether.`;
  return { text, facts: [`skill.${skill.id}`, `skill.${skill.id}.status`] };
}

/**
 * A model that writes what the offline writer would, the way the prompts ask for, with a false sentence in some
 * sections. When told, it strikes what is wrong.
 */
function faultyWriter(facts: FactSheet, reply: PromptSet['reply'], cell: FaultyCell, id: string): Model {
  const shown = new Map(
    facts.facts.filter(({ personal }) => !personal).map((fact) => [fact.id, fact.display]),
  );
  const fill = (text: string) =>
    reply.id === 'slots'
      ? text
      : text.replace(/\{\{\s*([^{}\s]+)\s*\}\}/gu, (slot, name) => shown.get(name) ?? slot);
  return fromFunction(id, ({ purpose, section: name, messages }) => {
    if (purpose === 'repair') {
      const told = messages.at(-1)?.content ?? '';
      const ids = [...told.matchAll(/"id":\s*(\d+)/gu)].map((match) => Number(match[1]));
      const struck = [...new Set(ids)].map((id) => ({ id, text: '' }));
      return JSON.stringify({
        sentences: reply.id === 'plain' ? struck : struck.map((one) => ({ ...one, facts: [] })),
      });
    }
    const section = SECTIONS.find((one) => one.id === name);
    if (!section) throw new Error(`cannot write ${name}: found no such section`);
    const paragraphs = section
      .offline(facts, STYLE)
      .map((sentences) => sentences.map(({ text, facts: cited }) => ({ text: fill(text), facts: cited })));
    if (isFaulty(cell, name, FAULT_RATES[reply.id]))
      paragraphs.push([falseSentence(facts, `${cell.case} ${name}`)]);
    return reply.id === 'plain'
      ? JSON.stringify({ text: paragraphs.map((all) => all.map(({ text }) => text).join(' ')).join('\n\n') })
      : JSON.stringify({ paragraphs: paragraphs.map((sentences) => ({ sentences })) });
  });
}

/** Stands in the suite for the model that each cell gets a scripted one in place of. */
export const SCRIPTED = fromFunction('scripted:faulty', () => {
  throw new Error('the task of this suite brings its own model');
});

/** Writes reports as always, by the faulty writer. */
export const faultyTask = defineTask({
  id: 'scripted-report',
  version: '1',
  usesReport: true,
  async run(cell: TaskCell) {
    const [facts, prompts] = await Promise.all([cell.facts(), cell.prompts()]);
    const where = { case: cell.case.id, variant: cell.variant.name, repeat: cell.repeat, seed: 1 };
    return reportTask.run({ ...cell, model: faultyWriter(facts, prompts.reply, where, SCRIPTED.id) });
  },
});
