import type { FactSheet, Resume } from '../../schemas/index.ts';

/** Something of a resume that points to a person. */
export interface PersonalValue {
  text: string;
  /** What is said in its place. */
  kind: 'name' | 'employer' | 'school' | 'mail' | 'phone' | 'link' | 'place' | 'user';
  /** Which of its words give it away as well: `all` of a person's name, the `telling` ones of an employer's. */
  parts: 'all' | 'telling' | 'none';
  /** Whether `shareNames` lets a model see it. */
  shareable: boolean;
}

/** All personal values of a case, in no order that matters. */
export function collectPersonal(sheet: FactSheet, resume: Resume = {}): PersonalValue[] {
  const { basics, work, volunteer, education, projects, certificates, publications, references } = resume;
  const values: PersonalValue[] = [];
  const add = (
    kind: PersonalValue['kind'],
    parts: PersonalValue['parts'],
    shareable: boolean,
    texts: readonly (string | null | undefined)[],
  ) => {
    for (const text of texts) if (text) values.push({ text, kind, parts, shareable });
  };
  add('name', 'all', true, [basics?.name, sheet.candidate.name]);
  add(
    'name',
    'all',
    false,
    list(references, ({ name }) => name),
  );
  add('employer', 'telling', true, [
    ...sheet.candidate.work.map(({ employer }) => employer),
    ...list(work, ({ name }) => name),
    ...list(volunteer, ({ organization }) => organization),
    ...list(projects, ({ entity }) => entity),
  ]);
  add('school', 'telling', true, [
    ...sheet.candidate.education.map(({ institution }) => institution),
    ...list(education, ({ institution }) => institution),
  ]);
  add('mail', 'none', false, [basics?.email]);
  add('phone', 'none', false, [basics?.phone]);
  const { address, postalCode, city, region } = basics?.location ?? {};
  add('place', 'none', false, [
    address,
    postalCode,
    city,
    region,
    ...list(work, ({ location }) => location).flatMap((place) => [place, ...(place?.split(/\s*,\s*/) ?? [])]),
  ]);
  add(
    'user',
    'none',
    false,
    list(basics?.profiles, ({ username }) => username).filter((name) => (name?.length ?? 0) > 3),
  );
  const urls = [
    basics?.url,
    basics?.image,
    ...list(basics?.profiles, ({ url }) => url),
    ...[work, volunteer, education, projects, certificates, publications].flatMap((entries) =>
      list<{ url?: string | undefined }>(entries, ({ url }) => url),
    ),
  ];
  add('link', 'none', false, urls.flatMap(spellingsOf));
  return values;
}

function list<T>(entries: readonly T[] | undefined, read: (entry: T) => string | undefined) {
  return (entries ?? []).map(read);
}

/** An address as people write it: whole, without its scheme, and the host of a site that is somebody's own. */
function spellingsOf(url: string | undefined): string[] {
  if (!url) return [];
  const bare = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^www\.|\/+$/g, '');
  const host = bare.split(/[/?#]/)[0] ?? '';
  return [url, bare, ...(bare === host ? [host] : [])];
}
