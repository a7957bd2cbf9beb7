/**
 * Freezes what calculator and checker say of the drafts in this folder: `node evals/frozen/freeze.ts`. Prints what
 * differs from before, for the message of the commit; drafts stay as they are. A case of evals/cases that is named on
 * the command line gets a new draft: what the offline writer says, with faults of every kind in it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInResources, computeFacts, type FactSheet, readEvalCase, SECTIONS } from '../../src/index.ts';
import { differences, FROZEN, type FrozenDraft, readFrozen, replay } from './frozen.ts';

const CASES = fileURLToPath(new URL('../cases/', import.meta.url));
const STYLE = {
  pronoun: 'they',
  person: 'third',
  tone: 'plain',
  length: 'standard',
  reader: 'coach',
} as const;

async function sheetOf(id: string): Promise<FactSheet> {
  const { case: one } = await readEvalCase(join(CASES, id));
  return computeFacts(one.case, { resources: builtInResources() });
}

function faultsIn(sheet: FactSheet): Record<string, string[]> {
  const of = (status: string) => sheet.skills.find((skill) => skill.status === status && !skill.anyOf);
  const [met, partial, missing] = [of('met'), of('partial'), of('missing')];
  const wrongTier = { core: 'preferred', preferred: 'core', emerging: 'core' } as const;
  return {
    'executive-summary': [
      'This report will present the gaps.',
      ...(met ? [`They still lack ${met.name}.`] : []),
    ],
    'candidate-profile': [
      'They are an expert in Haskell.',
      'They led a department of forty people.',
      ...(missing ? [`They have long worked with ${missing.name}.`] : []),
    ],
    'market-requirements-analysis': [
      'Pay starts at $999,000 a year.',
      ...(met ? [`${met.name} is one of the ${wrongTier[met.tier]} skills.`] : []),
      ...(missing?.share
        ? [`${missing.name} is named in ${Math.round(missing.share * 100) + 7}% of postings.`]
        : []),
    ],
    'skill-gap-assessment': [
      'There are 77 core skills.',
      ...(partial ? [`${partial.name} is absent.`] : []),
      ...(met && missing ? [`${met.name} is missing, while ${missing.name} is fully met.`] : []),
    ],
    'upskilling-roadmap': ['The whole plan takes 999 weeks.'],
    'recommended-resources': ['All resources are free of charge.'],
  };
}

function draftOf(sheet: FactSheet): FrozenDraft['draft'] {
  const faults = faultsIn(sheet);
  return Object.fromEntries(
    SECTIONS.map((section) => [
      section.id,
      [
        ...section
          .offline(sheet, STYLE)
          .flat()
          .map(({ text }) => text),
        ...(faults[section.id] ?? []),
      ],
    ]),
  );
}

const known = readFrozen();
const asked = process.argv.slice(2);
for (const id of [...new Set([...known.map((frozen) => frozen.case), ...asked])]) {
  const sheet = await sheetOf(id);
  const before = known.find((frozen) => frozen.case === id);
  const draft = before && !asked.includes(id) ? before.draft : draftOf(sheet);
  const now = replay({ draft }, sheet);
  if (before && draft === before.draft)
    for (const line of differences(before, now)) console.log(`${id}: ${line}`);
  writeFileSync(join(FROZEN, `${id}.json`), `${JSON.stringify({ case: id, draft, ...now }, null, 2)}\n`);
}
