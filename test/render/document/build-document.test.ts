import { describe, expect, it } from 'vitest';
import type { Report } from '../../../schemas/index.ts';
import { buildDocument } from '../../../src/render/document/build-document.ts';
import { VARIANTS } from '../fixture.ts';

const sentencesOf = ({ sections }: Report) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  );
const tablesOf = ({ sections }: Report) =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

describe.each(VARIANTS.map(({ name, report }) => [name, report] as const))('%s', (_, report) => {
  const document = buildDocument(report);
  const blocks = document.parts.flatMap((part) => part.blocks);

  it('holds each sentence once, in order', () => {
    const laidOut = [
      ...document.verdict,
      ...blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
    ];
    expect(laidOut).toEqual(sentencesOf(report));
  });

  it('holds each table once, in order', () => {
    const laidOut = blocks.flatMap((block) =>
      block.kind === 'table' ? [block] : block.kind === 'cards' ? [block.table] : [],
    );
    expect(laidOut).toEqual(tablesOf(report));
  });

  it('gives each part an id of its own', () => {
    const ids = [document.glance, ...document.parts].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says how it was made only where that is wanted', () => {
    expect(document.making?.blocks.length).toBeGreaterThan(0);
    expect(buildDocument(report, { provenance: false }).making).toBeUndefined();
  });
});
