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
  // "Certified Professional in AutoCAD".
  const turned = /^(\S+) ((?:Certified|Chartered|Licensed) \S+)$/.exec(bare);
  return [
    name,
    bare,
    level ?? '',
    turned ? `${turned[2]} in ${turned[1]}` : '',
    subject && subject.split(/\s+/).length > 2 ? subject : '',
  ].filter((one) => one.length > 5 && /\s/.test(one));
}

interface Name {
  /** In lower case. */
  name: string;
  certificate: Certificate;
}

const named = new WeakMap<readonly Certificate[], readonly Name[]>();

/** The names that mean one certificate only, longest first. */
function readNames(certificates: readonly Certificate[]): readonly Name[] {
  const all = certificates.map((certificate) => ({ certificate, names: namesOf(certificate.name) }));
  return all
    .flatMap(({ certificate, names }) =>
      names
        .filter((name) => all.every((one) => one.certificate === certificate || !one.names.includes(name)))
        .map((name) => ({ name: name.toLowerCase(), certificate })),
    )
    .sort((a, b) => b.name.length - a.name.length);
}

/** The certificates that a text names, longest name first, none inside another. */
export function certificateRefs(text: string, certificates: readonly Certificate[]): CertificateRef[] {
  const lower = text.toLowerCase();
  // Asked for every sentence, and the same for all of them.
  const names = named.get(certificates) ?? readNames(certificates);
  named.set(certificates, names);
  const refs: CertificateRef[] = [];
  for (const { name, certificate } of names) {
    const start = lower.indexOf(name);
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
