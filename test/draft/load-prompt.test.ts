import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPrompt, parsePrompt, renderPrompt } from '../../src/draft/index.ts';
import { InputError } from '../../src/errors.ts';
import { SECTIONS } from '../../src/sections/index.ts';

const front = (slots: string) => `---\nid: x\nversion: 1\npurpose: test\nslots: [${slots}]\n---\n`;

describe('built-in prompts', () => {
  it.each(['shared', 'repair', ...SECTIONS.map(({ id }) => id)])(
    '%s loads under its id, named by its hash',
    async (id) => {
      const prompt = await loadPrompt(id);
      const source = readFileSync(fileURLToPath(new URL(`../../prompts/${id}.md`, import.meta.url)));
      expect(prompt.id).toBe(id);
      expect(prompt.hash).toBe(createHash('sha256').update(source).digest('hex'));
      const values = Object.fromEntries(prompt.slots.map((slot) => [slot, `<${slot}>`]));
      expect(renderPrompt(prompt, values)).not.toMatch(/\\\{\{/);
    },
  );
});

describe('parsePrompt', () => {
  it('shows two braces to the model where they are escaped', () => {
    const prompt = parsePrompt(`${front('a')}Write \\{{id}} for {{a}}.`, 'x.md');
    expect(renderPrompt(prompt, { a: 'it' })).toBe('Write {{id}} for it.');
  });

  it.each([
    ['an unknown slot', `${front('a')}{{a}}\nline two {{b}}`, /\{\{b\}\} in line 8/],
    ['a slot that is not used', `${front('a, b')}{{a}}`, /no use of the slots b/],
    ['no front matter', 'Just text', /no front matter/],
    ['front matter without an id', '---\nversion: 1\n---\ntext', /id/],
  ])('refuses %s', (_, source, message) => {
    expect(() => parsePrompt(source, 'x.md')).toThrow(InputError);
    expect(() => parsePrompt(source, 'x.md')).toThrow(message);
  });

  it('refuses to fill a slot without a value', () => {
    expect(() => renderPrompt(parsePrompt(`${front('a')}{{a}}`, 'x.md'), {})).toThrow(
      /no value for \{\{a\}\}/,
    );
  });
});
