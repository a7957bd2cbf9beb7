import { readFileSync } from 'node:fs';

/** The page's modules, each after those that it imports. */
const MODULES = [
  '../../format-score',
  'page/diff-words',
  'page/split-sections',
  'page/cut-text',
  'page/match-case',
  'flag-words',
  'page/elements',
  'page/card',
  'page/render-text',
  'page/render-scores',
  'page/case-list',
  'page/case-view',
  'page/start',
];

/**
 * The page's script as one text. A page that stands alone cannot import, so that the modules are put one after the
 * other without their imports and exports; `test/evaluate/reporters/html.test.ts` holds them to names that are unique.
 */
export async function loadScript(): Promise<string> {
  const typed = import.meta.url.endsWith('.ts');
  // Only where the package is run from its source.
  const strip = typed ? (await import('node:module')).stripTypeScriptTypes : undefined;
  const parts = MODULES.map((name) => {
    const code = readFileSync(new URL(`./${name}.${typed ? 'ts' : 'js'}`, import.meta.url), 'utf8');
    return unwrapModule(strip ? quietly(() => strip(code)) : code);
  });
  return `"use strict";\n{\n${parts.join('\n')}\n}`.replaceAll('</', '<\\/');
}

/** A module without its imports, and with its exports as plain declarations. */
function unwrapModule(code: string): string {
  return code
    .replace(/^import\s[^;]*?from\s+'[^']+';$/gm, '')
    .replace(/^export (?=(?:async )?(?:function|const|class)\b)/gm, '')
    .replace(/^export \{.*\};$/gm, '')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
    .replace(/\s+$/gm, '')
    .replace(/\n{2,}/g, '\n');
}

/** Node calls the stripping of types experimental, each time with a warning. */
function quietly<T>(act: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return act();
  } finally {
    process.emitWarning = emitWarning;
  }
}
