import type { Level, Note, Resume } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';
import { type Catalog, levelNumber, parseLevel, scanMentions } from '../skills/index.ts';
import { type Identity, identify } from './identify.ts';

/** A skill that the resume lists, all its entries merged. */
export interface HeldSkill extends Identity {
  level: Level | null;
  /** Where it is listed. */
  paths: string[];
}

/**
 * The skills that a resume lists: names of `skills[]` and their keywords, which are held at the entry's level.
 * Of several entries for one skill the highest known level counts.
 */
export function computeHeldSkills(
  resume: Resume,
  catalog: Catalog,
  words = ENGLISH,
): { held: Map<string, HeldSkill>; notes: Note[] } {
  const held = new Map<string, HeldSkill>();
  const notes: Note[] = [];
  for (const [index, skill] of (resume.skills ?? []).entries()) {
    const level = parseLevel(skill.level);
    if (skill.level !== undefined && level === null) {
      notes.push({
        code: 'level-unreadable',
        message: words.say('note.level-held-unreadable', {
          level: skill.level,
          skill: identify(skill.name, catalog).name,
        }),
        facts: [],
      });
    }
    const names: [string, string][] = [
      [skill.name, `skills[${index}]`],
      ...(skill.keywords ?? []).map((word, at): [string, string] => [
        word,
        `skills[${index}].keywords[${at}]`,
      ]),
    ];
    for (const [name, path] of names) {
      if (name.trim() === '') continue;
      const identity = identify(name, catalog);
      const known = held.get(identity.key);
      if (!known) held.set(identity.key, { ...identity, level, paths: [path] });
      else {
        known.paths.push(path);
        if (levelNumber(level) > levelNumber(known.level)) known.level = level;
        // Of two spellings of an unknown skill the choice must not hang on the order of the input.
        if (!known.entry && identity.name < known.name) known.name = identity.name;
      }
    }
  }
  return { held, notes };
}

/**
 * What the resume shows outside its list, where the role asks for it as a skill: a credential by a certificate that
 * bears its name, a language by an entry of `languages` with its fluency as the level. Both count as held.
 */
export function addShownSkills(
  held: Map<string, HeldSkill>,
  resume: Resume,
  wanted: readonly Identity[],
  catalog: Catalog,
): void {
  const byKey = new Map(wanted.map((identity) => [identity.key, identity]));
  const show = (identity: Identity | undefined, path: string, level: Level | null) => {
    if (!identity) return;
    const known = held.get(identity.key);
    if (!known) held.set(identity.key, { ...identity, level, paths: [path] });
    else if (levelNumber(level) > levelNumber(known.level)) known.level = level;
  };
  for (const [i, { name }] of (resume.certificates ?? []).entries()) {
    if (name === undefined) continue;
    const path = `certificates[${i}].name`;
    show(byKey.get(identify(name, catalog).key), path, null);
    for (const { entry } of scanMentions(name, catalog))
      if (entry.kind === 'credential') show(byKey.get(entry.name), path, null);
  }
  for (const [i, { language, fluency }] of (resume.languages ?? []).entries()) {
    if (language === undefined) continue;
    show(byKey.get(identify(language, catalog).key), `languages[${i}].language`, parseLevel(fluency));
  }
}
