export { buildCatalog, builtInCatalog, type Catalog, indexCatalog } from './catalog.ts';
export { normalizeName } from './normalize-name.ts';
export { levelNumber, parseLevel } from './parse-level.ts';
export { scanAmbiguous } from './scan-ambiguous.ts';
export { type Mention, scanMentions } from './scan-mentions.ts';
export { SKILL_DOMAINS, SKILL_KINDS, SkillEntry } from './skill-entry.ts';
export { createSlugger, toSlug, toSlugs } from './to-slug.ts';
