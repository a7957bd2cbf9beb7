import type { Coverage, FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Report, ReportSection } from '../../../schemas/report.ts';
import { STATUSES, type Status } from '../../../schemas/scale.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import { CHARTS, type ChartPalette } from '../charts/index.ts';
import { describeCheck, describeSources, describeWriter } from '../describe-writer.ts';
import { nameSection } from '../name-section.ts';
import { arrangeSections, houseTitles, paletteOf } from '../render-theme.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Block, Figure, PairsBlock, Part, ReportDocument } from './report-document.ts';
import { findCards } from './resource-cards.ts';

/**
 * Lays a finished report out once for all formats: title block, verdict, figures at a glance, the sections with their
 * pictures, and how it was made. Every sentence and table of the report is in it exactly once, in the report's order;
 * cards stand for the table of resources.
 */
export function buildDocument(report: Report, options: RenderOptions = {}): ReportDocument {
  const { provenance = true, theme } = options;
  const { facts, title, date } = report;
  const words = wordsOf(facts);
  const palette = paletteOf(theme);
  const arranged = arrangeSections(report, theme);
  const shown = arranged.flatMap((one) => (one.kind === 'report' ? [one.section] : []));
  const figures = drawFigures(facts, shown, palette);
  const lead = shown[0]?.blocks[0];
  const verdict = lead?.kind === 'paragraph' ? lead.sentences : [];
  const parts = arranged.flatMap((one): Part[] => {
    if (one.kind === 'house') return [one.section];
    const { section, index } = one;
    const blocks =
      section === shown[0] && lead?.kind === 'paragraph' ? section.blocks.slice(1) : section.blocks;
    const part = layOut(
      { ...section, blocks },
      nameSection(section, index, words),
      index,
      figures.get(section) ?? [],
      facts,
    );
    // A section that said no more than the verdict goes, and with it its heading.
    return part.blocks.length === 0 && section === shown[0] && verdict.length > 0 ? [] : [part];
  });
  const loose = figures.get(undefined) ?? [];
  return {
    language: words.locale,
    title,
    palette,
    ...(theme?.logo && { logo: theme.logo }),
    ...(theme?.font !== undefined && { font: theme.font }),
    ...(theme?.fonts && { fonts: theme.fonts }),
    about: [
      ...(facts.candidate.name === null
        ? []
        : [{ label: words.say('doc.candidate'), value: facts.candidate.name }]),
      { label: words.say('doc.role'), value: facts.role.title },
      { label: words.say('doc.date'), value: words.date(date) },
    ],
    verdict,
    glance: {
      id: 'glance',
      title: words.say('glance.title'),
      blocks: [...(figures.get('glance') ?? []), ...glanceBlocks(facts, words)],
    },
    parts: loose.length === 0 ? parts : withLoose(parts, loose),
    ...(provenance && { making: makingPart(report, words, theme) }),
    footer: theme?.footer ?? `${title}, ${words.date(date)}`,
  };
}

/** Where a picture stands: undefined is after the last section. */
type Place = ReportSection | 'glance' | undefined;

function layOut(
  section: ReportSection,
  title: string,
  index: number,
  figures: readonly Figure[],
  facts: FactSheet,
): Part {
  const prose = section.blocks.filter(({ kind }) => kind === 'paragraph');
  const tables = section.blocks
    .filter((block) => block.kind === 'table')
    .map((table) => findCards(table, facts) ?? table);
  return { id: `section-${index + 1}`, title, blocks: [...prose, ...figures, ...tables] };
}

/** Pictures without a section of their own stand after the last one. */
function withLoose(parts: readonly Part[], loose: readonly Figure[]): Part[] {
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, blocks: [...last.blocks, ...loose] }] : [];
}

function drawFigures(
  facts: FactSheet,
  sections: readonly ReportSection[],
  palette: ChartPalette,
): Map<Place, Figure[]> {
  const figures = new Map<Place, Figure[]>();
  for (const chart of CHARTS) {
    const { place } = chart;
    const at = place === 'glance' ? place : sections.find(({ id }) => place.test(id));
    const drawn = chart.draw(facts, palette);
    if (drawn.length > 0) figures.set(at, [...(figures.get(at) ?? []), ...drawn]);
  }
  return figures;
}

function glanceBlocks({ coverage, roadmap }: FactSheet, words: Words): Block[] {
  const gaps = coverage.all.partial + coverage.all.missing;
  const { totalWeeks, totalHours, hoursPerWeek, origin, phases } = roadmap;
  const learn = [
    gaps === 0 ? words.say('glance.no-gaps') : words.measure(gaps, 'gap'),
    ...(phases.length === 0
      ? []
      : [
          words.say('glance.study', {
            weeks: words.measure(totalWeeks, 'week'),
            phases: words.measure(phases.length, 'phase'),
            n: phases.length,
          }),
          words.say('glance.rate', {
            hours: words.measure(totalHours, 'hour'),
            perWeek: words.measure(hoursPerWeek, 'hour'),
            origin,
          }),
        ]),
  ].join('; ');
  const pairs: PairsBlock = {
    kind: 'pairs',
    pairs: [
      { label: words.say('glance.core'), value: coverageWords(coverage.core, words) },
      { label: words.say('glance.all'), value: coverageWords(coverage.all, words) },
      { label: words.say('glance.learn'), value: learn },
    ],
  };
  return [
    pairs,
    {
      kind: 'words',
      as: 'paragraph',
      texts: [
        words.say('glance.half'),
        ...(phases.length === 0 && gaps > 0 ? [words.say('glance.no-phase')] : []),
      ],
    },
  ];
}

/** The ratio alone: its parts are in the picture. */
function coverageWords({ asked, value }: Coverage, words: Words): string {
  if (value === null) return words.say('glance.none');
  return `${words.share(value)} ${words.say('glance.of', { n: asked, digits: words.number(asked) })}`;
}

/** What the house added is its own, and nobody held it against the facts. */
function houseWords(theme: RenderOptions['theme'], words: Words): Block[] {
  const titles = houseTitles(theme);
  return titles.length === 0
    ? []
    : [
        {
          kind: 'words',
          as: 'paragraph',
          texts: [words.say('making.house', { titles: words.list(titles) })],
        },
      ];
}

function makingPart(report: Report, words: Words, theme: RenderOptions['theme']): Part {
  const sources = describeSources(report);
  const { notes } = report.facts;
  const list = (title: string, texts: readonly string[]): Block[] =>
    texts.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'words', as: 'list', texts },
        ];
  return {
    id: 'making',
    title: words.say('making.title'),
    blocks: [
      {
        kind: 'words',
        as: 'paragraph',
        texts: [words.say('making.method'), `${describeWriter(report)} ${describeCheck(report)}`],
      },
      ...houseWords(theme, words),
      { kind: 'words', as: 'list', texts: STATUSES.map((status) => describeStatus(status, words)) },
      { kind: 'words', as: 'paragraph', texts: [words.say('making.coverage')] },
      ...list(words.say('making.market-sources'), sources),
      ...list(
        words.say('making.notes'),
        notes.map(({ message }) => message),
      ),
    ],
  };
}

/** Such as "Missing: asked for and not found in the resume." */
function describeStatus(status: Status, words: Words): string {
  return `${words.say('making.status', { status })}: ${words.say('making.status-meaning', { status })}`;
}
