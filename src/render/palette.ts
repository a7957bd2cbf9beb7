/** The light colours of the HTML report's style sheet, for formats that have no style sheet. */
export const PALETTE = {
  ink: '#1b2530',
  soft: '#51606f',
  line: '#dcd7cd',
  faint: '#eeeae2',
  accent: '#0a5566',
  accentSoft: '#cfe3e6',
  met: '#1c6b4a',
  partial: '#9a5b00',
  missing: '#51606f',
} as const;
