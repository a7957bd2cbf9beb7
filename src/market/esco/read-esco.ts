import { basename } from 'node:path';
import { findDataFiles, missingFile } from '../find-data-files.ts';
import { readTable, type TextTable } from '../read-table.ts';

/** An occupation of ESCO as its files give it. */
export interface EscoOccupation {
  uri: string;
  /** Such as 2512.1; with the ISCO group before the first full stop. */
  code: string;
  title: string;
  alternateTitles: string[];
  /** A profession that the law of at least one member state regulates. */
  regulated: boolean;
  /** URIs of skills. */
  essential: string[];
  optional: string[];
}

export interface EscoSkill {
  name: string;
  /** `knowledge` or `skill/competence`; empty where ESCO does not say. */
  type: string;
}

export interface Esco {
  /** By URI. */
  occupations: ReadonlyMap<string, EscoOccupation>;
  skills: ReadonlyMap<string, EscoSkill>;
  /** By the URI of a skill, the URIs of the next broader and narrower ones. */
  broader: ReadonlyMap<string, readonly string[]>;
  narrower: ReadonlyMap<string, readonly string[]>;
  /** Version such as 1.1.1, where the folder's name says it. */
  release: string | undefined;
}

const FROM =
  'the ESCO classification as CSV (https://esco.ec.europa.eu/en/use-esco/download, package "classification")';

/**
 * Reads the files of the ESCO classification as CSV in one language. Occupations, skills and the relations between
 * them have to be there; the hierarchy of skills may be missing.
 * @throws InputError where a file cannot be read or has not the columns that are needed
 */
export async function readEsco(
  dir: string,
  { language = 'en', signal }: { language?: string; signal?: AbortSignal } = {},
): Promise<Esco> {
  const files = await findDataFiles(dir, ['.csv']);
  const read = async (name: string): Promise<TextTable> => {
    const path = files(name);
    if (path === undefined) throw missingFile(dir, `${name}.csv`, FROM);
    return readTable(path, { delimiter: ',', signal });
  };
  const skills = readSkills(await read(`skills_${language}`));
  const occupations = readOccupations(await read(`occupations_${language}`));
  addSkills(occupations, await read('occupationSkillRelations'));
  const hierarchy = files('broaderRelationsSkillPillar');
  const { broader, narrower } =
    hierarchy === undefined
      ? { broader: new Map<string, string[]>(), narrower: new Map<string, string[]>() }
      : readHierarchy(await readTable(hierarchy, { delimiter: ',', signal }), skills);
  return { occupations, skills, broader, narrower, release: releaseOf(dir) };
}

/** "ESCO dataset - v1.1.1 - classification - en - csv" is release 1.1.1. */
function releaseOf(dir: string): string | undefined {
  return /\bv(\d+(?:\.\d+)+)/.exec(basename(dir))?.[1];
}

function readSkills(table: TextTable): Map<string, EscoSkill> {
  const [uri, name, type] = [
    table.column('conceptUri'),
    table.column('preferredLabel'),
    table.column('skillType'),
  ];
  return new Map(table.rows.map((row) => [uri(row), { name: name(row).trim(), type: type(row) }]));
}

function readOccupations(table: TextTable): Map<string, EscoOccupation> {
  const [uri, title, code] = [
    table.column('conceptUri'),
    table.column('preferredLabel'),
    table.column('code'),
  ];
  const [alternate, hidden] = [table.column('altLabels'), table.column('hiddenLabels')];
  const regulated = table.column('regulatedProfessionNote');
  return new Map(
    table.rows.map((row) => [
      uri(row),
      {
        uri: uri(row),
        code: code(row),
        title: title(row).trim(),
        alternateTitles: [...new Set([...toLines(alternate(row)), ...toLines(hidden(row))])].filter(
          (label) => label !== title(row).trim(),
        ),
        regulated: regulated(row).endsWith('/regulated'),
        essential: [],
        optional: [],
      },
    ]),
  );
}

function addSkills(occupations: ReadonlyMap<string, EscoOccupation>, table: TextTable): void {
  const [occupation, relation, skill] = [
    table.column('occupationUri'),
    table.column('relationType'),
    table.column('skillUri'),
  ];
  for (const row of table.rows) {
    const one = occupations.get(occupation(row));
    const list = relation(row) === 'essential' ? one?.essential : one?.optional;
    list?.push(skill(row));
  }
}

function readHierarchy(table: TextTable, skills: ReadonlyMap<string, EscoSkill>) {
  const [uri, parent] = [table.column('conceptUri'), table.column('broaderUri')];
  const broader = new Map<string, string[]>();
  const narrower = new Map<string, string[]>();
  for (const row of table.rows) {
    // Groups of skills are shelves, not skills that anybody holds.
    if (!skills.has(uri(row)) || !skills.has(parent(row))) continue;
    push(broader, uri(row), parent(row));
    push(narrower, parent(row), uri(row));
  }
  return { broader, narrower };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function toLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
