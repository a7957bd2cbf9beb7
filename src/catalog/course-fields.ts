/** Columns that a course catalog may have. */
export const COURSE_FIELDS = [
  'title',
  'provider',
  'url',
  'cost',
  'price',
  'currency',
  'hours',
  'level',
  'kind',
  'skills',
  'description',
  'cost-checked',
] as const;
export type CourseField = (typeof COURSE_FIELDS)[number];
