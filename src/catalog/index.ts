export { CatalogFile, CatalogSkill } from './catalog-file.ts';
export type { CatalogIssue } from './catalog-issue.ts';
export { type CatalogCheck, checkCatalog } from './check-catalog.ts';
export { COURSE_FIELDS, type CourseField } from './course-fields.ts';
export {
  type CourseFields,
  type ImportOptions,
  importCourses,
} from './import-courses.ts';
export { type MergedCatalog, mergeCatalog } from './merge-catalog.ts';
export { openCatalog } from './open-catalog.ts';
export { type NamedCatalogFile, readCatalogFiles } from './read-catalog-files.ts';
