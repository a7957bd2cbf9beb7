import type { FactSheet } from '../../../schemas/fact-sheet.ts';

export type Certificate = FactSheet['candidate']['certificates'][number];

/** A certificate of the candidate named in a text; offsets in the text given. */
export interface CertificateRef {
  start: number;
  end: number;
  certificate: Certificate;
}

/** "Basic Life Support (BLS)" goes by the name without the bracket; "CIPD Level 5 Diploma in X" by its level. */
function namesOf(name: string): string[] {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim();
  const level = /^(.+? Level \d+)\b/i.exec(bare)?.[1];
  const subject = /^(.+?) (?:in|for|of) \S/.exec(bare)?.[1];
  return [name, bare, level ?? '', subject && subject.split(/\s+/).length > 2 ? subject : ''].filter(
    (one) => one.length > 5 && /\s/.test(one),
  );
}

/** The certificates that a text names, longest name first, none inside another. */
export function certificateRefs(text: string, certificates: readonly Certificate[]): CertificateRef[] {
  const lower = text.toLowerCase();
  const names = certificates
    .flatMap((certificate) => namesOf(certificate.name).map((name) => ({ name, certificate })))
    .filter(({ name, certificate }) =>
      certificates.every((one) => one === certificate || !namesOf(one.name).includes(name)),
    )
    .sort((a, b) => b.name.length - a.name.length);
  const refs: CertificateRef[] = [];
  for (const { name, certificate } of names) {
    const start = lower.indexOf(name.toLowerCase());
    const end = start + name.length;
    if (
      start < 0 ||
      /[\p{L}\p{N}]/u.test(text[end] ?? '') ||
      refs.some((ref) => start < ref.end && ref.start < end)
    )
      continue;
    refs.push({ start, end, certificate });
  }
  return refs.sort((a, b) => a.start - b.start);
}
