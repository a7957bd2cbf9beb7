import { describe, expect, it } from 'vitest';
import type { Posting } from '../../src/market/postings/posting.ts';
import { readAsks } from '../../src/market/postings/read-asks.ts';
import { splitParts } from '../../src/market/postings/split-parts.ts';
import { builtInCatalog } from '../../src/skills/index.ts';

const catalog = builtInCatalog();
const read = (text: string, skills: Posting['skills'] = []) =>
  readAsks({ place: 'p', title: undefined, date: undefined, text, skills, pay: undefined }, catalog);
const named = (text: string) =>
  read(text).asks.map(({ names, strength }) => `${names.join('|')}:${strength}`);

describe('splitParts', () => {
  it('reads the parts off the headings of a posting', () => {
    const text = [
      'We build things.',
      '## What you bring',
      '- Python',
      'Nice to have:',
      '- Rust',
      '**Benefits**',
      '- Scala lessons',
      '## The role',
      'Docker all day.',
    ].join('\n');
    expect(
      splitParts(text).map(({ kind, start, end }) => [kind, text.slice(start, end).split('\n')[0]]),
    ).toEqual([
      ['named', 'We build things.'],
      ['required', '## What you bring'],
      ['preferred', 'Nice to have:'],
      ['aside', '**Benefits**'],
      ['named', '## The role'],
    ]);
  });

  it('takes a line of a list for no heading', () => {
    expect(
      splitParts('Requirements\n- Experience with Docker\n- Preferred: none').map(({ kind }) => kind),
    ).toEqual(['required']);
  });
});

describe('readAsks', () => {
  it.each<[string, string[]]>([
    ['## Requirements\n- Python\n- Docker', ['Python:required', 'Docker:required']],
    ['## Nice to have\n- Rust\n- Terraform', ['Rust:preferred', 'Terraform:preferred']],
    ['## About us\nWe love Scala.\n## Requirements\nPython', ['Python:required']],
    ['Docker required; Terraform is a plus', ['Docker:required', 'Terraform:preferred']],
    ['## Requirements\nPython. Kubernetes preferred.', ['Python:required', 'Kubernetes:preferred']],
    ['We use Python and Docker.', ['Python:named', 'Docker:named']],
    ['## Requirements\nAWS or Google Cloud', ['AWS|Google Cloud:required']],
    ['## Requirements\nAWS, Azure or GCP', ['AWS|Azure|Google Cloud:required']],
    ['## Requirements\nPython and AWS or GCP', ['Python:required', 'AWS|Google Cloud:required']],
    [
      '## Requirements\nPython, Docker and Terraform',
      ['Python:required', 'Docker:required', 'Terraform:required'],
    ],
    ['## Requirements\nOne of Java, Kotlin, Scala', ['Java|Kotlin|Scala:required']],
    ['## Requirements\nHTML/CSS', ['HTML:required', 'CSS:required']],
    [
      '## Requirements\nCI/CD pipelines (Jenkins or CircleCI)',
      ['CI/CD:required', 'CircleCI|Jenkins:required'],
    ],
  ])('%j', (text, asks) => {
    expect(named(text)).toEqual(asks);
  });

  it.each([
    'No Java required.',
    'Java is not required.',
    'You do not need to know Java.',
    'No prior experience with Java or Kotlin.',
    'Java isn’t necessary.',
    'We do not use Java.',
    '**You don’t need:** Java, PHP',
    '## Nice to have\n- kindness\n## You do not need\n- Java\n- PHP',
    'Not required: Java',
  ])('does not ask for Java: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    ['## Requirements\n- 3+ years of Go', ['Go:required']],
    ['## Requirements\n- Experience with Go (at least 4 years)', ['Go:required']],
    ['## Requirements\n* Strong knowledge of Go', ['Go:required']],
    ['## Requirements\nProficiency in R.', ['R:required']],
    ['## Bonus (not required)\nKnowledge of R.', ['R:preferred']],
    // Words of the language behind the same cues.
    ['Experience in Go-to-market plans', []],
    ['Knowledge of Go To Market', []],
    ['Experience with Access Control', []],
  ])('tells names that are common words by what asks for them: %j', (text, asks) => {
    expect(named(text)).toEqual(asks);
  });

  it('takes the years of such a skill for its own', () => {
    const asks = read('## Requirements\n- 3+ years of Go');
    expect(asks).toMatchObject({ years: undefined, asks: [{ names: ['Go'], years: 3 }] });
  });

  it('asks for what is "not required but a plus" after all', () => {
    expect(named('Kubernetes is not required but a plus.')).toEqual(['Kubernetes:preferred']);
  });

  it.each<[string, string | null]>([
    ['Strong knowledge of Python', 'advanced'],
    ['Expert in Python', 'expert'],
    ['Familiarity with Python', 'beginner'],
    ['Basic Python', 'beginner'],
    ['Python', null],
    ['Excellent communication; Python', null],
    ['- Python (intermediate)', 'intermediate'],
    ['- Python (advanced level), Docker', 'advanced'],
    ['- Docker (advanced level), Python', null],
    ['- Docker (expert), Python', null],
    ['You use Python at advanced level.', 'advanced'],
    ['- Python (backend)', null],
  ])('level of %j is %s', (text, level) => {
    expect(read(text).asks.find(({ names }) => names.includes('Python'))?.level).toBe(level);
  });

  it.each<[string, number | undefined, number | undefined]>([
    ['5+ years of experience with Python', 5, undefined],
    ['3-5 years of professional Python experience', 3, undefined],
    ['At least five years of experience in software delivery.', undefined, 5],
    ['7 years of experience', undefined, 7],
    ['founded 12 years ago, we use Python', undefined, undefined],
  ])('years of %j', (text, ofPython, general) => {
    const { asks, years } = read(text);
    expect(asks.find(({ names }) => names.includes('Python'))?.years).toBe(ofPython);
    expect(years).toBe(general);
  });

  it('reads skills of a field of their own, with their level', () => {
    expect(
      read('', [
        { name: 'K8s', level: 'Expert' },
        { name: 'Florbing', level: undefined },
      ]).asks,
    ).toEqual([
      { names: ['Kubernetes'], strength: 'required', level: 'expert', years: undefined },
      { names: ['Florbing'], strength: 'required', level: null, years: undefined },
    ]);
  });
});
