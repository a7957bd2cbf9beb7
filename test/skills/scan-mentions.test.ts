import { describe, expect, it } from 'vitest';
import { buildCatalog, builtInCatalog, type SkillEntry, scanMentions } from '../../src/skills/index.ts';

const catalog = builtInCatalog();
const named = (text: string) => scanMentions(text, catalog).map(({ entry }) => entry.name);

describe('scanMentions', () => {
  it.each([
    ['Built services in Python and TypeScript.', ['Python', 'TypeScript']],
    ['C++, C# and .NET code', ['C++', 'C#', '.NET']],
    ['Node.js, CI/CD; Kubernetes (K8s)', ['Node.js', 'CI/CD', 'Kubernetes']],
    ['python PYTHON Python', ['Python', 'Python', 'Python']],
    ['Machine  learning and machine-learning', ['Machine Learning', 'Machine Learning']],
    ['JavaScript', ['JavaScript']],
    ['We use PostgreSQL.', ['PostgreSQL']],
    ['See docs.python.org/x', []],
    ['pythonic typescripts', []],
    ['user@docker, #docker, docker_x', []],
    ['', []],
  ])('finds in "%s" %j', (text, names) => expect(named(text)).toEqual(names));

  it.each([
    ['We go to the store to express our rest.', []],
    ['Go, Python and Rust services', ['Go', 'Python', 'Rust']],
    ['Wrote Go\nand Docker files', ['Go', 'Docker']],
    ['the rust on the swift spring', []],
    ['go, Python', ['Python']],
  ])('takes common words in "%s" for skills only with case and context', (text, names) =>
    expect(named(text)).toEqual(names),
  );

  it.each([
    ['Built with React 18 and Windows 11', ['React', 'Windows']],
    ['Skills: Go, Rust, Zig, Kubernetes', ['Go', 'Rust', 'Zig', 'Kubernetes']],
    ["the Express checkout at our programmers' desk", []],
    ['A Python-based and Excel-based tool, GPU-bound', ['Python']],
    ['See https://example.com/data-science/python for more', []],
  ])('in "%s" finds %j', (text, names) => expect(named(text)).toEqual(names));

  it('takes the longest name and gives places in the text', () => {
    const text = 'Ran Amazon Web Services daily';
    const [mention] = scanMentions(text, catalog);
    expect(mention?.entry.name).toBe('AWS');
    expect(text.slice(mention?.start, mention?.end)).toBe('Amazon Web Services');
  });

  it('does not find a spelling that counts only in a skills list', () => {
    const own = [
      { name: 'JavaScript', kind: 'programming-language', domain: 'it', aliases: [], fieldAliases: ['js'] },
    ] as SkillEntry[];
    expect(scanMentions('js and JavaScript', buildCatalog(own))).toHaveLength(1);
  });

  it('finds names of one letter, of foreign letters, and with signs at the start', () => {
    const own = ['R', 'Ärztliche Aufsicht', '技能', '@angular', '3-D Druck'].map(
      (name) => ({ name, kind: 'knowledge', domain: 'general', aliases: [] }) as SkillEntry,
    );
    const found = scanMentions('R; ärztliche  aufsicht, 技能 @angular 3 d druck', buildCatalog(own));
    expect(found.map(({ entry }) => entry.name)).toEqual(own.map(({ name }) => name));
  });

  it('tells only the exact case where the entry asks for it', () => {
    const own = [
      { name: 'SAFe', kind: 'method', domain: 'it', aliases: [], caseSensitive: true },
    ] as unknown as SkillEntry[];
    expect(scanMentions('safe SAFE SAFe', buildCatalog(own)).map(({ start }) => start)).toEqual([10]);
  });
});
