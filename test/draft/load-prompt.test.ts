import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  loadPromptSet,
  PROMPT_IDS,
  PROMPT_STYLES,
  parsePrompt,
  renderPrompt,
} from '../../src/draft/index.ts';
import { InputError, UsageError } from '../../src/errors.ts';

const front = (slots: string) => `---\nid: x\nversion: 1\npurpose: test\nslots: [${slots}]\n---\n`;

describe.each(PROMPT_STYLES)('the built-in set %s', (style) => {
  it('has every prompt under its id, named by the hash of its file', async () => {
    const set = await loadPromptSet({ style });
    expect([...set.prompts.keys()]).toEqual(PROMPT_IDS);
    expect(set.reply.id).toBe(style);
    for (const [id, prompt] of set.prompts) {
      expect(prompt.id).toBe(id);
      expect(prompt.hash).toBe(createHash('sha256').update(readFileSync(prompt.file)).digest('hex'));
      const values = Object.fromEntries(prompt.slots.map((slot) => [slot, `<${slot}>`]));
      expect(renderPrompt(prompt, values)).not.toContain('\\{{');
    }
  });
});

describe('an overlay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-prompts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const repair = (text: string) => `---\nid: repair\nversion: 2\npurpose: mine\nslots: []\n---\n${text}`;

  it('takes the place of single files and leaves the others', async () => {
    writeFileSync(join(folder, 'repair.md'), repair('Mend it.'));
    const [own, built] = [await loadPromptSet({ overlay: folder }), await loadPromptSet()];
    expect(own.prompts.get('repair')?.text.trim()).toBe('Mend it.');
    expect(own.prompts.get('shared')?.hash).toBe(built.prompts.get('shared')?.hash);
  });

  it('refuses a file that is no prompt of ours, and a folder that is none', async () => {
    writeFileSync(join(folder, 'sumary.md'), 'x');
    await expect(loadPromptSet({ overlay: folder })).rejects.toThrow(
      /found sumary\.md, expected only shared\.md/,
    );
    await expect(loadPromptSet({ overlay: join(folder, 'none') })).rejects.toThrow(UsageError);
  });
});

describe('a prompt of the user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gapwright-own-prompts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const own = (id: string, slots: string, text: string) =>
    writeFileSync(
      join(folder, 'repair.md'),
      `---\nid: ${id}\nversion: 1\npurpose: mine\nslots: [${slots}]\n---\n${text}`,
    );

  it('is refused with file and line where a slot of it has no value', async () => {
    own('repair', 'facts, weather', '{{facts}} {{weather}}');
    await expect(loadPromptSet({ overlay: folder })).rejects.toThrow(
      `${join(folder, 'repair.md')}: found the slots weather in line 5, which nothing fills, expected only title, sentences, missing, common, facts`,
    );
  });

  it('is refused where it says to be another one', async () => {
    own('judge', 'facts', '{{facts}}');
    await expect(loadPromptSet({ overlay: folder })).rejects.toThrow(
      'found the id judge in its front matter, expected repair, as the file is named',
    );
  });
});

describe('parsePrompt', () => {
  it('reads a file of an editor that begins it with a byte order mark', () => {
    expect(parsePrompt(`\uFEFF${front('a')}{{a}}`, 'x.md').slots).toEqual(['a']);
  });

  it('shows two braces to the model where they are escaped', () => {
    const prompt = parsePrompt(`${front('a')}Write \\{{id}} for {{a}}.`, 'x.md');
    expect(renderPrompt(prompt, { a: 'it' })).toBe('Write {{id}} for it.');
  });

  it.each([
    ['an unknown slot', `${front('a')}{{a}}\nline two {{b}}`, /\{\{b\}\} in line 8/],
    ['a slot that is not used', `${front('a, b')}{{a}}`, /x\.md: found no use of the slots b of line 5/],
    ['no front matter', 'Just text', /no front matter/],
    [
      'front matter that is no YAML',
      '---\nBe brief\nid: x\n---\ntext',
      /x\.md: found in line 2 .*, expected YAML/,
    ],
    ['front matter without an id', '---\nversion: 1\n---\ntext', /id/],
  ])('refuses %s', (_, source, message) => {
    expect(() => parsePrompt(source, 'x.md')).toThrow(InputError);
    expect(() => parsePrompt(source, 'x.md')).toThrow(message);
  });

  it('refuses to fill a slot without a value', () => {
    expect(() => renderPrompt(parsePrompt(`${front('a')}\n{{a}}`, 'x.md'), {})).toThrow(
      /x\.md: found no value for \{\{a\}\} in line 8/,
    );
  });
});
