import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

/** Prints the sizes of the skill catalog and of the resource catalog as Markdown tables: `node evals/catalog/count.ts`. */
const skills = builtInCatalog().entries;
const resources = builtInResources();
const spellings = skills.reduce(
  (sum, { aliases = [], fieldAliases = [] }) => sum + aliases.length + fieldAliases.length,
  0,
);

console.log(`${skills.length} skills under ${skills.length + spellings} spellings\n`);
print('domain', tally(skills.map((skill) => skill.domain)));
print('kind', tally(skills.map((skill) => skill.kind)));
console.log(`${resources.length} resources\n`);
print('kind', tally(resources.map((resource) => resource.kind)));
print('level', tally(resources.map((resource) => resource.level ?? 'none')));
print('cost', tally(resources.map((resource) => resource.cost)));

function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function print(heading: string, counts: readonly (readonly [string, number])[]): void {
  console.log(`| ${heading} | count |\n|---|--:|`);
  for (const [name, count] of counts) console.log(`| ${name} | ${count} |`);
  console.log('');
}
