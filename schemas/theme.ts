import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/iu, 'a colour such as "#7a1f3d"');
const SectionId = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id in kebab-case');

/** How reports of a house look: given by the user, read beside the case, the same for all page formats. */
export const Theme = z.strictObject({
  $schema: z.string().optional(),
  /** PNG or SVG beside the theme file. */
  logo: z.string().min(1).optional(),
  colors: z
    .strictObject({
      /** For rules, links and bars, on light ground. */
      accent: Colour.optional(),
      /** The same on dark ground, in HTML alone. */
      accentDark: Colour.optional(),
    })
    .optional(),
  /** Name of a font that is installed where the report is read or made, or that `fontFiles` hold. */
  font: z
    .string()
    .max(60)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} .-]*$/u, 'the name of a font')
    .optional(),
  /** Files of that font, beside the theme file, to be put into the reports: one for each weight. */
  fontFiles: z
    .array(
      z.strictObject({
        /** WOFF2 for HTML alone; TTF or OTF for all. */
        file: z.string().min(1),
        weight: z.int().min(100).max(900).default(400),
        italic: z.boolean().default(false),
      }),
    )
    .max(8)
    .optional(),
  /** Stands at the end of the page in place of title and date. */
  footer: z.string().max(300).optional(),
  /** Ids of sections that come first, in this order; the others follow as they are. */
  order: z.array(SectionId).optional(),
  /** Ids of sections that are left out. */
  omit: z.array(SectionId).optional(),
  /** Sections of the house, each from a Markdown file beside the theme file. */
  sections: z
    .array(z.strictObject({ id: SectionId, title: z.string().min(1).max(120), file: z.string().min(1) }))
    .optional(),
});
export type Theme = z.infer<typeof Theme>;
