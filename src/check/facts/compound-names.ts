import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Meaning, TermMatcher } from '../tokens/term.ts';
import { tokenize } from '../tokens/tokenize.ts';

/**
 * Adds the positions, degrees and gates of a sheet that hold another term or a figure ("Sales Representative", "Event
 * Assistant, season 14"), so that they are read as one name. The others stay plain words, which rules look into.
 */
export function addCompoundNames(matcher: TermMatcher, { candidate, gates }: FactSheet): void {
  const names: [Meaning['kind'], string | null][] = [
    ['position', candidate.label],
    ...candidate.work.map(({ position }) => ['position', position] as [Meaning['kind'], string | null]),
    ...candidate.education.flatMap(({ studyType, area }) =>
      studyType && area
        ? [' in ', ' of ', ', ', ' '].map(
            (link) => ['degree', `${studyType}${link}${area}`] as [Meaning['kind'], string | null],
          )
        : [],
    ),
    ...gates
      .filter(({ kind }) => kind !== 'years' && kind !== 'language')
      .map(({ name }) => ['gate', name] as [Meaning['kind'], string | null]),
  ];
  const hiding = names.filter(([, name]) => name !== null && hidesSomething(name, matcher));
  for (const [kind, name] of hiding) if (name) matcher.add({ kind, id: name, name }, name);
}

function hidesSomething(name: string, matcher: TermMatcher): boolean {
  const tokens = matcher.merge(tokenize(name, 0, name.length), name);
  return (
    tokens.length > 1 &&
    tokens.some(
      ({ kind, term }) =>
        kind === 'number' || term?.meanings.some((one) => one.kind === 'skill' || one.kind === 'role'),
    )
  );
}
