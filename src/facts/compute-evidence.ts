import type { Evidence, Resume } from '../../schemas/index.ts';
import { buildCatalog, type Catalog, type SkillEntry, scanMentions } from '../skills/index.ts';
import { computeMonths, toMonthSpan } from './compute-months.ts';
import { compareNames, type Identity } from './identify.ts';

/** What stands behind a held skill. */
export interface SkillEvidence {
  evidence: Evidence[];
  monthsUsed: number | null;
  lastUsed: string | null;
}

interface Passage {
  kind: Exclude<Evidence['kind'], 'listed'>;
  path: string;
  label: string;
  text: string;
  from?: string | undefined;
  to?: string | undefined;
  /** Whether its time counts as use of what it names. */
  dated: boolean;
}

const ORDER: readonly Evidence['kind'][] = ['certificate', 'work', 'project', 'education', 'listed'];

/**
 * Where the resume names each skill beyond the list: certificates, work, projects, education. A certificate speaks
 * for the skills that the catalog gives it as parents too ("AWS Certified Solutions Architect" for AWS).
 * @returns by identity key, for every skill named anywhere, held or not
 */
export function computeEvidence(
  resume: Resume,
  skills: readonly Identity[],
  catalog: Catalog,
  today: string,
): Map<string, SkillEvidence> {
  const passages = listPassages(resume);
  if (passages.length === 0) return new Map();
  const found = new Map<string, Map<string, Passage>>();
  const own = ownCatalog(skills);
  const add = (key: string, passage: Passage) => {
    const places = found.get(key);
    if (places) places.set(passage.path, passage);
    else found.set(key, new Map([[passage.path, passage]]));
  };
  for (const passage of passages) {
    for (const { entry } of scanMentions(passage.text, catalog)) {
      add(entry.name, passage);
      if (passage.kind === 'certificate') for (const parent of entry.parents ?? []) add(parent, passage);
    }
    if (own)
      for (const { entry } of scanMentions(passage.text, own.catalog))
        add(own.keys.get(entry.name) ?? '', passage);
  }
  return new Map([...found].map(([key, places]) => [key, summarize([...places.values()], today)]));
}

function summarize(passages: readonly Passage[], today: string): SkillEvidence {
  // What starts after the report's date has not been used yet.
  const dated = passages.filter(({ dated, from }) => dated && from !== undefined && from <= today);
  const ends = dated.map(({ to }) => (to === undefined || to > today ? today : to).slice(0, 7)).sort();
  const spans = dated.map(({ from, to }) => toMonthSpan({ from: from ?? today, to }, today));
  return {
    evidence: passages
      .map(({ kind, path, label, from, to }) => ({
        kind,
        path,
        label,
        ...(from && { from }),
        ...(to && { to }),
      }))
      .sort(
        (a, b) =>
          ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
          compareNames(b.from ?? '', a.from ?? '') ||
          compareNames(b.to ?? '9', a.to ?? '9') ||
          compareNames(a.label, b.label) ||
          compareNames(a.path, b.path),
      ),
    monthsUsed: spans.length > 0 ? computeMonths(spans) : null,
    lastUsed: ends.at(-1) ?? null,
  };
}

function listPassages(resume: Resume): Passage[] {
  const passages: Passage[] = [];
  for (const [i, certificate] of (resume.certificates ?? []).entries()) {
    const label = certificate.name ?? '';
    passages.push({ kind: 'certificate', path: `certificates[${i}].name`, label, text: label, dated: false });
  }
  for (const [i, job] of (resume.work ?? []).entries()) {
    // Never the employer: labels go to models, employers do not.
    const label = job.position ?? '';
    const base = { kind: 'work', label, from: job.startDate, to: job.endDate, dated: true } as const;
    const texts: [string, string | undefined][] = [
      ['position', job.position],
      ['summary', job.summary],
      ...(job.highlights ?? []).map((text, at): [string, string] => [`highlights[${at}]`, text]),
    ];
    for (const [field, text] of texts)
      if (text) passages.push({ ...base, path: `work[${i}].${field}`, text });
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    const base = {
      kind: 'project',
      label: project.name ?? '',
      from: project.startDate,
      to: project.endDate,
      dated: true,
    } as const;
    const texts: [string, string | undefined][] = [
      ['description', project.description],
      ...(project.highlights ?? []).map((text, at): [string, string] => [`highlights[${at}]`, text]),
      ...(project.keywords ?? []).map((text, at): [string, string] => [`keywords[${at}]`, text]),
    ];
    for (const [field, text] of texts)
      if (text) passages.push({ ...base, path: `projects[${i}].${field}`, text });
  }
  for (const [i, study] of (resume.education ?? []).entries()) {
    for (const [at, course] of (study.courses ?? []).entries()) {
      const path = `education[${i}].courses[${at}]`;
      passages.push({ kind: 'education', path, label: course, text: course, dated: false });
    }
  }
  return passages;
}

/** Shorter names are looked for in their exact case, because small letters spell common words too. */
const SURE_LENGTH = 4;

/** Skills that the catalog does not know are looked for under their own names. */
function ownCatalog(
  skills: readonly Identity[],
): { catalog: Catalog; keys: Map<string, string> } | undefined {
  const unknown = skills.filter((skill) => !skill.entry);
  if (unknown.length === 0) return undefined;
  const keys = new Map(unknown.map((skill) => [skill.name, skill.key]));
  const entries = [...keys.keys()].map(
    (name): SkillEntry => ({
      name,
      kind: 'knowledge',
      domain: 'general',
      aliases: [],
      caseSensitive: name.length < SURE_LENGTH,
    }),
  );
  // Spellings that differ only in case are one skill already, so they cannot collide here.
  return { catalog: buildCatalog(entries, 'list of unknown skills'), keys };
}
