import type { DraftedSection, RunManifest } from '../../../src/draft/index.ts';
import { DEFAULT_STYLE } from '../../../src/sections/index.ts';

const hash = (digit: string) => digit.repeat(64);

export const SECTION_IDS = ['summary', 'profile', 'roadmap'] as const;

export function manifest(changes: Partial<RunManifest> = {}): RunManifest {
  return {
    facts: hash('a'),
    prompts: { shared: hash('b'), summary: hash('c') },
    model: 'openai:m',
    endpoint: 'models.example',
    reply: 'slots',
    style: DEFAULT_STYLE,
    maxRepairs: 3,
    sections: SECTION_IDS,
    version: '0.1.0',
    ...changes,
  };
}

export function drafted(id: string, text = `The words of ${id}.`): DraftedSection {
  const sentence = { text, template: text, facts: ['role.title'], provenance: 'model' as const, history: [] };
  return {
    section: { id, title: id, blocks: [{ kind: 'paragraph', sentences: [sentence] }] },
    usage: { calls: 2, inputTokens: 900, outputTokens: null },
    calls: [
      { section: id, purpose: 'section', inputTokens: 500, outputTokens: 30, cost: 0.001, mended: [] },
      {
        section: id,
        purpose: 'repair',
        inputTokens: 400,
        outputTokens: null,
        cost: null,
        mended: ['one thing'],
      },
    ],
    accepted: true,
  };
}
