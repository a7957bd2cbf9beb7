import type { Sentence, Table } from '../../schemas/index.ts';
import type { ReportDocument } from '../../src/render/document/report-document.ts';
import { PALETTE } from '../../src/render/palette.ts';

/** Hand-made documents with a block of each kind, for the formats of pages. */
export interface DocumentSample {
  name: string;
  document: ReportDocument;
}

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänspatentverordnung';
const STATUSES = ['Met', 'Partial', 'Missing', 'Unknown'];

function sentence(text: string): Sentence {
  return { text, template: text, facts: [], provenance: 'model', history: [] };
}

function matrix(gaps: number, skill: string): Table {
  return {
    kind: 'table',
    id: 'skills',
    caption: 'Skills asked for, by tier',
    columns: [
      { title: 'Skill', align: 'left' },
      { title: 'Tier', align: 'left' },
      { title: 'Status', align: 'left' },
      { title: 'Held', align: 'left' },
      { title: 'Asked', align: 'left' },
      { title: 'Demand', align: 'right' },
      { title: 'Hours', align: 'right' },
    ],
    rows: Array.from({ length: gaps }, (_, at) => [
      {
        text: `${skill} ${at + 1}`,
        ...(at % 5 === 0 && { href: `https://example.org/skills?id=${at}&all=1` }),
      },
      { text: at % 2 === 0 ? 'core' : 'preferred' },
      { text: STATUSES[at % STATUSES.length] as string },
      { text: 'beginner' },
      { text: 'advanced' },
      { text: `${at + 40}%` },
      { text: `${(at + 1) * 30}` },
    ]),
  };
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80" viewBox="0 0 600 80"><rect y="10" width="600" height="24" fill="#e3ded4"/><rect y="10" width="252" height="24" fill="#1c6b4a"/><path d="M300 50h40" stroke="#9a5b00"/></svg>';

export function makeDocument({
  gaps = 5,
  name = 'Ada Lovelace',
  skill = 'Kubernetes and Helm',
} = {}): ReportDocument {
  const coverage: Table = {
    kind: 'table',
    id: 'coverage',
    caption: '',
    columns: [
      { title: 'Part', align: 'left' },
      { title: 'Skills', align: 'right' },
    ],
    rows: [[{ text: 'Met' }, { text: '5' }]],
  };
  return {
    language: 'en-GB',
    palette: PALETTE,
    title: `Skill Gap Report: ${name} and the role Principal Engineer`,
    about: [
      { label: 'Candidate', value: name },
      { label: 'Role', value: 'Principal Engineer' },
      { label: 'Date', value: '25 November 2026' },
    ],
    verdict: [
      sentence('The profile covers 42% of what the role asks.'),
      sentence(gaps === 0 ? 'Nothing is left to close.' : `The largest gap is ${skill} 1.`),
    ],
    glance: {
      id: 'glance',
      title: 'At a glance',
      blocks: [
        {
          kind: 'figure',
          id: 'coverage',
          title: 'Coverage',
          svg: SVG,
          width: 600,
          height: 80,
          alt: '5 of 12 skills are met.',
          table: coverage,
        },
        {
          kind: 'pairs',
          pairs: [
            { label: 'Coverage', value: '42%' },
            { label: 'To learn', value: '420 hours over 60 weeks' },
          ],
        },
      ],
    },
    parts: [
      {
        id: 'skill-gap-assessment',
        title: 'Skill Gap Assessment',
        blocks: [
          {
            kind: 'paragraph',
            sentences: [
              sentence('*Stars*, #let x = 1, $a$, <b>, @ref, \\n and "quotes" are text & nothing else.'),
              sentence(
                'The official workflow files fit: ligatures are set and read back as letters. '
                  .repeat(8)
                  .trim(),
              ),
            ],
          },
          { kind: 'heading', text: 'Core skills' },
          ...(gaps === 0 ? [] : [matrix(gaps, skill)]),
          { kind: 'words', as: 'list', texts: ['One note.', 'Another note that goes on for a while.'] },
        ],
      },
      {
        id: 'resources',
        title: 'Resources',
        blocks: [
          {
            kind: 'cards',
            title: 'What to learn from',
            sameAsTable: 'The same as a table',
            table: coverage,
            cards: Array.from({ length: Math.min(4, gaps) }, (_, at) => ({
              title: `Essentials of the cloud ${at + 1}`,
              href: 'https://example.org/course?a=1&b=2',
              provider: 'Skill Builder',
              kind: 'course',
              details: [{ label: 'Hours', value: '6' }],
              closes: [`${skill} ${at + 1}`],
              cost: 'free (checked June 2025)',
              labels: { for: 'For', cost: 'Cost' },
            })),
          },
          coverage,
        ],
      },
    ],
    making: {
      id: 'making',
      title: 'How this report was made',
      blocks: [
        { kind: 'words', as: 'paragraph', texts: ['Written by the offline writer, without a model.'] },
      ],
    },
    footer: 'Made by gapwright 0.1.0',
  };
}

export const DOCUMENTS: readonly DocumentSample[] = [
  { name: 'no gaps', document: makeDocument({ gaps: 0 }) },
  { name: 'five gaps', document: makeDocument() },
  { name: 'forty gaps', document: makeDocument({ gaps: 40 }) },
  {
    name: 'long names',
    document: makeDocument({
      gaps: 6,
      name: `Wilhelmina Featherstonehaugh-Cholmondeley ${LONG}`,
      skill: LONG.repeat(2),
    }),
  },
  {
    name: 'Japanese, Arabic and Hebrew names',
    document: makeDocument({ name: '田中太郎 مرحبا בןציון', skill: '機械学習' }),
  },
];
