import type { IStylesOptions } from 'docx';
import { PALETTE } from '../palette.ts';
import type { Palette } from '../render-theme.ts';

/** Faces that Word and LibreOffice have or know how to replace. */
export const SERIF = 'Georgia';
export const SANS = 'Calibri';

/** A colour as WordprocessingML writes it. */
export function hex(name: keyof Palette, palette: Palette = PALETTE): string {
  return palette[name].slice(1).toUpperCase();
}

/** Word takes it for granted, LibreOffice does not. */
const AUTO = 'auto' as const;

/** The styles, by their built-in names, so that Word's own galleries and outline work with them. */
export function stylesOf(language: string, palette: Palette, font: string | undefined): IStylesOptions {
  const [serif, sans] = [font ?? SERIF, font ?? SANS];
  const heading = (size: number, before: number, after: number) => ({
    run: { font: serif, size, bold: true, color: hex('ink') },
    paragraph: { spacing: { before, after, line: 252, lineRule: AUTO }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: serif, size: 21, color: hex('ink'), language: { value: language } },
        paragraph: { spacing: { after: 140, line: 288, lineRule: AUTO } },
      },
      title: {
        run: { font: serif, size: 50, bold: true, color: hex('ink') },
        paragraph: { spacing: { before: 0, after: 260, line: 252, lineRule: AUTO }, keepLines: true },
      },
      heading1: heading(32, 480, 180),
      heading2: heading(25, 320, 120),
      listParagraph: { run: { font: serif }, paragraph: { spacing: { after: 90 } } },
      hyperlink: { run: { color: hex('accent', palette), underline: { color: hex('accent', palette) } } },
    },
    paragraphStyles: [
      {
        id: 'Label',
        name: 'Label',
        basedOn: 'Normal',
        run: { font: sans, size: 17, bold: true, color: hex('soft') },
        paragraph: { spacing: { after: 0, line: 252, lineRule: AUTO }, keepNext: true },
      },
      {
        id: 'Value',
        name: 'Value',
        basedOn: 'Normal',
        run: { font: sans, size: 21 },
        paragraph: { spacing: { after: 60, line: 252, lineRule: AUTO } },
      },
      {
        id: 'Verdict',
        name: 'Verdict',
        basedOn: 'Normal',
        run: { font: serif, size: 25 },
        paragraph: { spacing: { before: 160, after: 160, line: 300, lineRule: AUTO } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { font: sans, size: 19, bold: true, color: hex('ink') },
        paragraph: {
          spacing: { before: 280, after: 100, line: 252, lineRule: AUTO },
          keepNext: true,
          keepLines: true,
        },
      },
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { font: sans, size: 18 },
        paragraph: { spacing: { after: 0, line: 245, lineRule: AUTO } },
      },
      {
        id: 'CellHead',
        name: 'Cell Head',
        basedOn: 'Cell',
        run: { font: sans, size: 17, bold: true, color: hex('soft') },
        paragraph: { spacing: { after: 0, line: 245, lineRule: AUTO } },
      },
      {
        id: 'Resource',
        name: 'Resource',
        basedOn: 'Normal',
        run: { font: sans, size: 19, bold: true },
        paragraph: {
          spacing: { before: 0, after: 0, line: 252, lineRule: AUTO },
          indent: { left: 180 },
          keepLines: true,
        },
      },
      {
        id: 'ResourceDetail',
        name: 'Resource Detail',
        basedOn: 'Normal',
        run: { font: sans, size: 18, color: hex('soft') },
        paragraph: {
          spacing: { before: 0, after: 0, line: 252, lineRule: AUTO },
          indent: { left: 180 },
          keepLines: true,
        },
      },
      {
        id: 'Running',
        name: 'Running',
        basedOn: 'Normal',
        run: { font: sans, size: 16, color: hex('soft') },
        paragraph: { spacing: { after: 0, line: 240, lineRule: AUTO } },
      },
    ],
  };
}
