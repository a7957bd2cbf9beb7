import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/market/postings/html-to-text.ts';
import { readPostings } from '../../src/market/postings/read-postings.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapwright-postings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const one = async (name: string, text: string, options = {}) =>
  (await readPostings([write(name, text)], options)).postings;

const jobPosting = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'AI Engineer',
  datePosted: '2026-10-02T08:00:00Z',
  description: '<p><b>Requirements</b></p><ul><li>Python</li></ul>',
  qualifications: 'Docker',
  skills: 'SQL, Rust',
  experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 60 },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'USD',
    value: { '@type': 'QuantitativeValue', minValue: 150000, maxValue: 190000, unitText: 'YEAR' },
  },
};
const read = {
  title: 'AI Engineer',
  date: '2026-10-02',
  text: '## Requirements\n- Python\n\n## Qualifications\nDocker\n\n## Requirements\n5+ years of experience',
  skills: [
    { name: 'SQL', level: undefined },
    { name: 'Rust', level: undefined },
  ],
  pay: { min: 150000, max: 190000, currency: 'USD', period: 'year' },
};

describe('readPostings', () => {
  it.each<[string, string]>([
    ['alone.jsonld', JSON.stringify(jobPosting)],
    ['graph.json', JSON.stringify({ '@graph': [{ '@type': 'Organization' }, jobPosting] })],
    ['list.json', JSON.stringify([jobPosting])],
    ['line.jsonl', `${JSON.stringify(jobPosting)}\n`],
    [
      'page.html',
      `<html><head><script type="application/ld+json">${JSON.stringify(jobPosting)}</script></head><body>x</body></html>`,
    ],
  ])('finds the JobPosting in %s', async (name, text) => {
    expect(await one(name, text)).toEqual([{ place: join(folder, name), ...read }]);
  });

  it('reads the page itself where it has no JSON-LD, or a broken one', async () => {
    const [posting] = await one(
      'plain.html',
      '<title>Engineer</title><script type="application/ld+json">{broken</script><nav>Home</nav><h2>Requirements</h2><ul><li>Go<li>Rust</ul><script>track()</script>',
    );
    expect(posting).toMatchObject({ title: 'Engineer', text: '## Requirements\n- Go\n- Rust' });
  });

  it('reads the job schema of JSON Resume', async () => {
    const [posting] = await one(
      'job.json',
      JSON.stringify({
        title: 'Dev',
        date: '2026-09',
        description: 'We build.',
        qualifications: ['Docker'],
        skills: [{ name: 'Python', level: 'Master', keywords: ['Django'] }],
        salary: '100000 USD per year',
      }),
    );
    expect(posting).toMatchObject({
      title: 'Dev',
      date: '2026-09',
      text: 'We build.\n\n## Qualifications\n- Docker',
      skills: [{ name: 'Python', level: 'Master' }, { name: 'Django' }],
      pay: { min: 100000, max: 100000, currency: 'USD', period: 'year' },
    });
  });

  it('reads rows, by usual names of columns and by others that are said', async () => {
    expect(
      await one(
        'a.csv',
        'Job Title,Description,Salary Min,Salary Max,Currency,Period\nDev,"Python, daily",10,20,EUR,hour\n',
      ),
    ).toMatchObject([
      { title: 'Dev', text: 'Python, daily', pay: { min: 10, max: 20, currency: 'EUR', period: 'hour' } },
    ]);
    expect(
      await one('b.tsv', 'a\tb\nDev\tPython\n', { fields: { title: 'a', description: 'b' } }),
    ).toMatchObject([{ title: 'Dev', text: 'Python' }]);
    await expect(one('c.csv', 'a,b\nDev,Python\n', { fields: { title: 'x' } })).rejects.toThrow(
      /found no column "x" among a, b/,
    );
    await expect(one('d.csv', 'a,b\nDev,Python\n')).rejects.toThrow(
      /found nothing that a posting has, expected a description, skills or pay/,
    );
  });

  it('reads folders in the order of their names, and passes over other files', async () => {
    const dir = join(folder, 'many');
    mkdirSync(join(dir, 'inner'), { recursive: true });
    for (const name of ['b.md', 'a.txt', 'inner/c.md', 'logo.png', '.hidden.md'])
      writeFileSync(join(dir, name), `# ${name}\nPython`);
    const { postings, files } = await readPostings([dir]);
    expect(files).toBe(3);
    expect(postings.map(({ title }) => title)).toEqual(['a.txt', 'b.md', 'inner/c.md']);
  });

  it.each<[string, string, RegExp]>([
    ['x.pdf', '%PDF', /found a name that ends in \.pdf, expected a file that ends in \.json/],
    ['x.json', '{', /found broken JSON/],
    ['y.jsonl', '{"title":"a","description":"b"}\n{', /found broken JSON .*\(line 2/],
    ['z.csv', 'a,b\n"x', /found broken CSV/],
  ])('%s is an error with its reason', async (name, text, message) => {
    await expect(one(name, text)).rejects.toThrow(message);
  });

  it('names a file that is not there', async () => {
    await expect(readPostings([join(folder, 'none.md')])).rejects.toThrow(/found no such file/);
  });
});

describe('htmlToText', () => {
  it('takes depth, broken tags and huge attributes without harm', () => {
    expect(htmlToText(`${'<div>'.repeat(1000)}Python`).text).toBe('Python');
    expect(() => htmlToText('<div>'.repeat(1_000_000), 'page.html')).toThrow(
      'cannot read page.html: found more than 2000 elements inside one another, expected at most 2000',
    );
    expect(htmlToText(`<p title="${'x'.repeat(1_000_000)}">Go</p`).text).toBe('Go');
    expect(htmlToText('<style>p{}</style><svg><text>no</text></svg>&lt;b&gt; &amp; C&#43;&#43;').text).toBe(
      '<b> & C++',
    );
  });
});
