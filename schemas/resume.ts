import { z } from 'zod';
import { PartialDate } from './common.ts';

/** People leave fields empty: `null` and `""` mean "not given". */
const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

const text = blank(z.string());
const date = blank(PartialDate);
/** A job that goes on: no end date, or the word that people write there. */
const endDate = z.preprocess(
  (value) =>
    typeof value === 'string' && /^\s*(present|current|now|today|ongoing)\s*$/i.test(value) ? '' : value,
  date,
);
const texts = blank(z.array(z.string()));
const list = <T extends z.ZodType>(item: T) => blank(z.array(item));

const Location = z.strictObject({
  address: text,
  postalCode: text,
  city: text,
  countryCode: text,
  region: text,
});

const Profile = z.strictObject({ network: text, username: text, url: text });

const Basics = z.strictObject({
  name: text,
  label: text,
  image: text,
  email: text,
  phone: text,
  url: text,
  summary: text,
  location: blank(Location),
  profiles: list(Profile),
});

const Work = z.strictObject({
  name: text,
  location: text,
  description: text,
  position: text,
  url: text,
  startDate: date,
  endDate,
  summary: text,
  highlights: texts,
});

const Volunteer = z.strictObject({
  organization: text,
  position: text,
  url: text,
  startDate: date,
  endDate,
  summary: text,
  highlights: texts,
});

const Education = z.strictObject({
  institution: text,
  url: text,
  area: text,
  studyType: text,
  startDate: date,
  endDate,
  score: text,
  courses: texts,
});

const ResumeSkill = z.strictObject({ name: z.string().trim().min(1), level: text, keywords: texts });

const Project = z.strictObject({
  name: text,
  description: text,
  highlights: texts,
  keywords: texts,
  startDate: date,
  endDate,
  url: text,
  roles: texts,
  entity: text,
  type: text,
});

/** A JSON Resume 1.0.0 document. Every field is optional but the name of a listed skill. */
export const Resume = z.strictObject({
  $schema: text,
  basics: blank(Basics),
  work: list(Work),
  volunteer: list(Volunteer),
  education: list(Education),
  awards: list(z.strictObject({ title: text, date, awarder: text, summary: text })),
  certificates: list(z.strictObject({ name: text, date, url: text, issuer: text })),
  publications: list(
    z.strictObject({ name: text, publisher: text, releaseDate: date, url: text, summary: text }),
  ),
  skills: list(ResumeSkill),
  languages: list(z.strictObject({ language: text, fluency: text })),
  interests: list(z.strictObject({ name: text, keywords: texts })),
  references: list(z.strictObject({ name: text, reference: text })),
  projects: list(Project),
  meta: blank(z.looseObject({})),
});
export type Resume = z.infer<typeof Resume>;
