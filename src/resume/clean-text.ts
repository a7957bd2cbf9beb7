/** Glyphs that stand for several letters. NFKC would also change what is meant to differ, such as ² and ™. */
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
const LIGATURE = /[\ufb00-\ufb06]/g;
/** Seen by nobody: soft hyphens, zero-width signs, directions, private glyphs of icon fonts, controls but the tab. */
const UNSEEN = /(?!\t)[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\ue000-\uf8ff]/gu;
/** Signs of list items in the Symbol and Wingdings fonts. */
const FONT_BULLETS = /[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf0a8]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text with ligatures spelled out, plain spaces, composed accents, and without what nobody sees. */
export function cleanText(text: string): string {
  return text
    .replace(FONT_BULLETS, '•')
    .replace(UNSEEN, '')
    .replace(LIGATURE, (glyph) => LIGATURES[glyph] ?? glyph)
    .replace(SPACES, ' ')
    .normalize('NFC');
}

/** One line of it: runs of two spaces and more, and tabs, are one tab; none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[ \t]*\t[ \t]*| {2,}/g, '\t')
    .trim();
}

/** Tabs read as spaces. */
export function flatten(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
