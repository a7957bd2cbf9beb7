import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseVariants } from '../../../src/evaluate/choose-variants.ts';
import { loadVariant } from '../../../src/evaluate/load-variant.ts';
import { parseGitSource } from '../../../src/evaluate/read-git-prompts.ts';
import { temporaryFolder } from './make-suite.ts';

const root = temporaryFolder(afterAll);
const prompts = fileURLToPath(new URL('../../../prompts/', import.meta.url));

describe('chooseVariants', () => {
  const own = [{ name: 'a' }, { name: 'b' }];
  const table: [string, Parameters<typeof chooseVariants>, string[]][] = [
    ['nothing said: one, the built-in prompts', [undefined, []], ['current']],
    ["the suite's", [own, []], ['a', 'b']],
    ['one by name', [own, ['b']], ['b']],
    ['a folder after them', [own, ['new=dir']], ['a', 'b', 'new']],
    ['a revision before them', [own, ['before=git:main']], ['before', 'a', 'b']],
    ['a revision before one of them', [own, ['before=git:main', 'b']], ['before', 'b']],
    ['a style', [undefined, ['plain=plain']], ['current', 'plain']],
    ['another one first', [own, [], { against: 'b' }], ['b', 'a']],
    ['a folder first', [own, ['new=dir'], { against: 'new' }], ['new', 'a', 'b']],
  ];
  it.each(table)('%s', (_, args, names) => {
    expect(chooseVariants(...args).map(({ name }) => name)).toEqual(names);
  });

  it('resolves folders of the command line, and nothing else', () => {
    const resolvePath = (path: string) => `/work/${path}`;
    expect(chooseVariants([], ['x=dir', 'y=git:main:dir', 'z=cited'], { resolvePath })).toEqual([
      { name: 'y', prompts: 'git:main:dir' },
      { name: 'x', prompts: '/work/dir' },
      { name: 'z', promptStyle: 'cited' },
    ]);
  });

  const wrong: [string[], string][] = [
    [
      ['c'],
      'cannot use the variant "c": found no such variant, expected one of a, b, or NAME=DIR, or NAME=git:REVISION',
    ],
    [['a=dir'], 'cannot use --variant a=...: found that name twice'],
    [['My Prompts=dir'], 'cannot use --variant My Prompts=dir: expected NAME=DIR'],
    [['x='], 'cannot use --variant x=: expected NAME=DIR'],
  ];
  it.each(wrong)('refuses %s', (wanted, message) => {
    expect(() => chooseVariants(own, wanted)).toThrow(message);
  });
});

describe('parseGitSource', () => {
  it.each([
    ['prompts/mine', undefined],
    ['git:main', { revision: 'main', folder: 'prompts' }],
    ['git:HEAD~2:/my/prompts/', { revision: 'HEAD~2', folder: 'my/prompts' }],
  ])('%s', (text, source) => {
    expect(parseGitSource(text)).toEqual(source);
  });

  it.each(['git:', 'git:--upload-pack=x'])('refuses %s', (text) => {
    expect(() => parseGitSource(text)).toThrow('found no revision in it');
  });
});

describe('prompts of a git revision', () => {
  const repository = join(root, 'repository');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: repository,
    });
  const hasGit = (() => {
    try {
      execFileSync('git', ['--version']);
      return true;
    } catch {
      return false;
    }
  })();
  const file = join(repository, 'prompts', 'shared.md');
  const add = (words: string) => writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${words}\n`);
  if (hasGit) {
    mkdirSync(repository);
    cpSync(prompts, join(repository, 'prompts'), { recursive: true });
    writeFileSync(join(repository, 'prompts', 'README.md'), '# Not a prompt\n');
    git('init', '--quiet');
    add('Words of the first commit.');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    git('tag', 'first');
    add('Words that nobody has committed.');
  }

  it.skipIf(!hasGit)('are read from its commit, and the work tree stays as it is', async () => {
    const before = [readFileSync(file, 'utf8'), String(git('status', '--porcelain'))];
    const loaded = await loadVariant({ name: 'past', prompts: 'git:first' }, repository);
    const text = loaded.prompts?.prompts.get('shared')?.text ?? '';
    expect(text).toContain('Words of the first commit.');
    expect(text).not.toContain('Words that nobody has committed.');
    expect(loaded.from).toMatch(/^git:first \([0-9a-f]{12}\), style slots$/);
    expect(Object.keys(loaded.hashes)).not.toContain('judge');
    const now = await loadVariant({ name: 'now', prompts: join(repository, 'none') }, repository).catch(
      (error: Error) => error,
    );
    expect(now).toMatchObject({ code: 'usage' });
    expect([readFileSync(file, 'utf8'), String(git('status', '--porcelain'))]).toEqual(before);
  });

  it.skipIf(!hasGit)('of another style keep to that style', async () => {
    const { prompts: set } = await loadVariant(
      { name: 'past', promptStyle: 'plain', prompts: 'git:first' },
      repository,
    );
    expect(set?.reply.id).toBe('plain');
  });

  const wrong: [string, string, () => string, RegExp][] = [
    [
      'an unknown revision',
      'git:nowhere',
      () => repository,
      /found no such revision, expected a branch, tag or commit/,
    ],
    [
      'no such folder at it',
      'git:first:words',
      () => repository,
      /found no Markdown files in words\/ at that revision/,
    ],
    ['no repository', 'git:first', () => root, /found no git repository in .*, expected to be within one/],
  ];
  it.skipIf(!hasGit).each(wrong)('refuses %s', async (_, source, dir, message) => {
    await expect(loadVariant({ name: 'past', prompts: source }, dir())).rejects.toThrow(message);
  });
});
