import type { Report, ReportSection } from '../../schemas/report.ts';
import type { HeadingBlock, WordsBlock } from './document/report-document.ts';
import { PALETTE } from './palette.ts';

/** A section of the house: fixed words, not of the report and not checked against its facts. */
export interface HouseSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly (WordsBlock | HeadingBlock)[];
}

/** A font file as it was read. */
export interface RenderFont {
  readonly format: 'woff2' | 'truetype' | 'opentype';
  /** 100 to 900. */
  readonly weight: number;
  readonly italic: boolean;
  readonly bytes: Uint8Array;
}

/** A theme as it was read: files are bytes, colours are known to have enough contrast. */
export interface RenderTheme {
  readonly logo?: { readonly mediaType: 'image/png' | 'image/svg+xml'; readonly bytes: Uint8Array };
  readonly accent?: string;
  readonly accentDark?: string;
  readonly font?: string;
  /** Files of that font, to be put into the report. */
  readonly fonts?: readonly RenderFont[];
  readonly footer?: string;
  readonly order: readonly string[];
  readonly omit: readonly string[];
  readonly sections: readonly HouseSection[];
}

/** Colours of a theme over ours. */
export type Palette = { readonly [K in keyof typeof PALETTE]: string };

/** Gives the light colours under a theme. */
export function paletteOf(theme: RenderTheme | undefined): Palette {
  if (theme?.accent === undefined) return PALETTE;
  return { ...PALETTE, accent: theme.accent, accentSoft: lighten(theme.accent) };
}

/** A fifth of the colour on white. */
function lighten(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(255 - (255 - part) / 5)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** A section in the order of a page; `index` is its place in the report. */
export type Arranged =
  | { readonly kind: 'report'; readonly section: ReportSection; readonly index: number }
  | { readonly kind: 'house'; readonly section: HouseSection };

/** Gives the sections of a report and of the house in the order that the theme asks for, without those left out. */
export function arrangeSections({ sections }: Report, theme: RenderTheme | undefined): Arranged[] {
  const { order = [], omit = [], sections: house = [] } = theme ?? {};
  const all: Arranged[] = [
    ...sections.map((section, index) => ({ kind: 'report' as const, section, index })),
    ...house.map((section) => ({ kind: 'house' as const, section })),
  ];
  const rank = ({ section }: Arranged) => {
    const at = order.indexOf(section.id);
    return at < 0 ? order.length : at;
  };
  return all
    .filter(({ section }) => !omit.includes(section.id))
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.at - b.at)
    .map(({ one }) => one);
}

/** Titles of the sections that the house adds and the page shows. */
export function houseTitles(theme: RenderTheme | undefined): string[] {
  return (theme?.sections ?? []).filter(({ id }) => !theme?.omit.includes(id)).map(({ title }) => title);
}
