import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { compileMessage, LANGUAGES, type MessageArgs, type MessageId } from '../../src/language/index.ts';
import { argsOf } from './message-args.ts';

const [base, ...others] = LANGUAGES;
const ids = Object.keys(base?.messages ?? {}) as MessageId[];
const baseArgs = new Map(ids.map((id) => [id, argsOf(base?.messages[id] ?? '')]));
const namesOf = (id: MessageId) => {
  const asked = baseArgs.get(id);
  return new Set([...(asked?.printed ?? []), ...(asked?.chosen.keys() ?? [])]);
};

/** Every way to choose the forms of a message, as arguments; printed ones are filled with their names. */
function samplesOf(message: string): MessageArgs[] {
  const { printed, chosen } = argsOf(message);
  let samples: Record<string, string | number>[] = [
    Object.fromEntries([...printed].map((name) => [name, `<${name}>`])),
  ];
  for (const [name, { kind, forms }] of chosen) {
    const values = kind === 'plural' ? [0, 1, 2, 5, 21, 1.5] : [...forms, 'other', 'constructor'];
    samples = samples.flatMap((sample) => values.map((value) => ({ ...sample, [name]: value })));
    // All pairs of forms would be too many where a message has many choices.
    if (samples.length > 600) samples = samples.filter((_, at) => at % 3 === 0);
  }
  return samples;
}

describe('languages', () => {
  it('have tags of their own, and English comes first', () => {
    expect(new Set(LANGUAGES.map(({ tag }) => tag)).size).toBe(LANGUAGES.length);
    expect(base?.tag).toBe('en');
    for (const { tag } of LANGUAGES) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  });
});

describe.each(LANGUAGES.map((language) => [language.name, language] as const))(
  'the messages in %s',
  (_, language) => {
    it('are those of English', () => {
      expect(Object.keys(language.messages).sort()).toEqual([...ids].sort());
    });

    it('say something, without space around and without English quotes or dashes gone astray', () => {
      for (const id of ids) {
        const text = language.messages[id];
        expect(text, id).not.toBe('');
        if (id !== 'roadmap.then') expect(text.trim(), id).toBe(text);
        expect(text, id).not.toMatch(/\s\s| [.,;:]|\(\s/);
      }
    });

    it('read and write as intl-messageformat reads and writes them', () => {
      for (const id of ids) {
        const message = language.messages[id];
        const ours = compileMessage(message, language.tag);
        const theirs = new IntlMessageFormat(message, language.tag, undefined, { ignoreTag: true });
        for (const args of samplesOf(message)) expect(ours(args), id).toBe(theirs.format({ ...args }));
      }
    });

    it('have a form for whatever comes', () => {
      for (const id of ids)
        for (const args of samplesOf(language.messages[id]))
          expect(compileMessage(language.messages[id], language.tag)(args), id).not.toMatch(/undefined|[{}]/);
    });
  },
);

describe.each(others.map((language) => [language.name, language] as const))('%s', (_, language) => {
  it('asks for nothing that English is not given', () => {
    const asked = ids.flatMap((id) => {
      const { printed, chosen } = argsOf(language.messages[id]);
      return [...printed, ...chosen.keys()]
        .filter((name) => !namesOf(id).has(name))
        .map((name) => `${id}: ${name}`);
    });
    expect(asked).toEqual([]);
  });

  it('says every value that English says', () => {
    // A name may be left out, a level be worded by its form, and digits and words are one count.
    const free = new Set(['name', 'level', 'held', 'asked', 'count', 'digits', 'share', 'iso']);
    const left = ids.flatMap((id) => {
      const { printed, chosen } = argsOf(language.messages[id]);
      const expected = baseArgs.get(id)?.printed ?? new Set<string>();
      return [...expected]
        .filter((name) => !free.has(name) && !printed.has(name) && !chosen.has(name))
        .map((name) => `${id}: ${name}`);
    });
    expect(left).toEqual([]);
  });

  it('knows the forms that English knows', () => {
    for (const id of ids) {
      const { chosen } = argsOf(language.messages[id]);
      for (const [name, { kind, forms }] of baseArgs.get(id)?.chosen ?? [])
        if (kind === 'select' && forms.size > 2 && chosen.get(name)?.kind === 'select')
          for (const form of forms)
            if (!/^(?:they|she|he|you|one|all|bare|no)$/.test(form))
              expect([...(chosen.get(name)?.forms ?? [])], `${id}: ${name}`).toContain(form);
    }
  });
});

describe('a message that is none', () => {
  it.each([
    ['{n', 'its end at 2, expected ","'],
    ['{n, number}', '"}" at 10, expected plural or select'],
    ['{n, select, a {b}}', 'expected an option "other"'],
    ['a } b', '"}" at 2, expected no "}"'],
    ['{n, plural, other {x}', 'expected a name'],
    ['{}', '"}" at 1, expected a name'],
  ])('%s is refused', (message, expected) => {
    expect(() => compileMessage(message, 'en')).toThrow(expected);
  });

  it('misses an argument', () => {
    expect(() => compileMessage('{a} {b}', 'en')({ a: 1 })).toThrow('found no argument "b"');
  });
});
