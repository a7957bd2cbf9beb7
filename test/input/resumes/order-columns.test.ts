import { describe, expect, it } from 'vitest';
import { joinItems } from '../../../src/input/resumes/join-items.ts';
import { layOutPages } from '../../../src/input/resumes/lay-out-pages.ts';
import { orderColumns } from '../../../src/input/resumes/order-columns.ts';
import type { PdfItem, PdfPage } from '../../../src/input/resumes/pdf-page.ts';

/** A page drawn in letters of ten points: each string stands in a row, columns of text four points a letter. */
function page(rows: readonly string[]): PdfPage {
  const items = rows.flatMap((row, at) =>
    [...row.matchAll(/\S+(?: \S+)*/g)].map(
      ({ 0: text, index }): PdfItem => ({
        text,
        x: 50 + index * 5,
        y: 740 - at * 12,
        width: text.length * 5,
        size: 10,
        font: 'f',
      }),
    ),
  );
  return { width: 612, height: 792, items };
}

function order(rows: readonly string[]): string[] {
  return orderColumns(joinItems(page(rows).items)).map(({ text }) => text);
}

describe('columns of a page', () => {
  it('are read one after the other, below a head that spans both', () => {
    const rows = [
      'Ada Example with a head over all columns',
      '',
      'SKILLS          EXPERIENCE',
      'Python          Engineer at the works of Acme',
      'SQL             Built pipelines for the sales team',
      'Go              and kept them running for years',
      'Docker          Analyst at the bank of Springfield',
      'Git             Counted money and wrote reports',
    ];
    expect(order(rows)).toEqual([
      'Ada Example with a head over all columns',
      'SKILLS',
      'Python',
      'SQL',
      'Go',
      'Docker',
      'Git',
      'EXPERIENCE',
      'Engineer at the works of Acme',
      'Built pipelines for the sales team',
      'and kept them running for years',
      'Analyst at the bank of Springfield',
      'Counted money and wrote reports',
    ]);
  });

  it('are none where dates stand beside what they date', () => {
    const rows = [
      'Engineer, Acme            2019 - 2021',
      'Built things',
      'Analyst, Bank             2017 - 2019',
      'Counted things',
      'Intern, City              2015 - 2017',
      'Drove things',
      'Clerk, Post               2013 - 2015',
    ];
    expect(order(rows)).toEqual([
      'Engineer, Acme\t2019 - 2021',
      'Built things',
      'Analyst, Bank\t2017 - 2019',
      'Counted things',
      'Intern, City\t2015 - 2017',
      'Drove things',
      'Clerk, Post\t2013 - 2015',
    ]);
  });

  it('are none where dates stand on the left, or labels do', () => {
    const dates = [
      '2019 - 2021     Engineer at Acme',
      '                Built the pipelines of it',
      '2017 - 2019     Analyst at the bank',
      '                Counted all the money',
      '2015 - 2017     Intern of the city',
      '2013 - 2015     Clerk at the post',
    ];
    expect(order(dates)[0]).toBe('2019 - 2021\tEngineer at Acme');
    const labels = [
      'Languages:      Python, SQL, Go, and C',
      'Databases:      PostgreSQL and MySQL too',
      'Clouds:         AWS and some Azure work',
      'Tools:          Git, Docker, Terraform',
      'Methods:        Scrum, Kanban, and pairs',
    ];
    expect(order(labels)[0]).toBe('Languages:\tPython, SQL, Go, and C');
  });

  it('may be three', () => {
    const rows = [
      'one a           two a           three a',
      'one b           two b           three b',
      'one c           two c           three c',
      'one d           two d           three d',
      'one e           two e           three e',
    ];
    expect(order(rows).map((text) => text.split(' ')[0])).toEqual(
      ['one', 'two', 'three'].flatMap((word) => Array(5).fill(word)),
    );
  });
});

describe('lines of pages', () => {
  const body = (name: string) =>
    Array.from({ length: 20 }, (_, at) => `Line ${at} of ${name} that says something`);

  it('lose page numbers, say a repeated head once, and put a repeated foot last', () => {
    const first = [
      ...['Ada Example - Resume'],
      '',
      '',
      '',
      ...body('one'),
      ...Array(34).fill(''),
      'ada@example.com',
      'Page 1 of 2',
    ];
    const second = [
      ...['Ada Example - Resume'],
      '',
      '',
      '',
      ...body('two'),
      ...Array(34).fill(''),
      'ada@example.com',
      'Page 2 of 2',
    ];
    const lines = layOutPages([page(first), page(second)]);
    const texts = lines.map(({ text }) => text);
    expect(texts.filter((text) => text === 'Ada Example - Resume')).toHaveLength(1);
    expect(texts.filter((text) => /^Page/.test(text))).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ text: 'ada@example.com', margin: true, page: 1 });
    expect(lines.filter(({ margin }) => margin)).toHaveLength(1);
    expect(texts).toContain('Line 0 of two that says something');
  });

  it('lose what a browser prints around a page', () => {
    const lines = layOutPages([
      page([
        '11/25/26, 4:52 AM          Resume of Ada',
        '',
        'Ada Example',
        'Worked 11/25/26, 4:52 AM',
        '',
        'file:///home/ada/cv.html          1/1',
      ]),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['Ada Example', 'Worked 11/25/26, 4:52 AM']);
  });

  it('know items of lists, spaces between, and lines that run to the edge', () => {
    const lines = layOutPages([
      page([
        'Some head',
        '',
        '',
        '• An item that runs as far as the column is',
        'and goes on here',
        '• Another item',
        '',
        'After a space',
      ]),
    ]);
    expect(
      lines.map(({ text, bullet = false, gap = false, full = false }) => ({ text, bullet, gap, full })),
    ).toEqual([
      { text: 'Some head', bullet: false, gap: false, full: false },
      { text: 'An item that runs as far as the column is', bullet: true, gap: true, full: true },
      { text: 'and goes on here', bullet: false, gap: false, full: false },
      { text: 'Another item', bullet: true, gap: false, full: false },
      { text: 'After a space', bullet: false, gap: true, full: false },
    ]);
  });

  it('join letters that stand close, and part words that do not', () => {
    const item = (text: string, x: number, width: number): PdfItem => ({
      text,
      x,
      y: 700,
      width,
      size: 10,
      font: 'f',
    });
    expect(
      joinItems([item('Wo', 50, 10), item('rk', 60, 10), item('load', 73, 20), item('2020', 300, 20)]).map(
        ({ text }) => text,
      ),
    ).toEqual(['Work load', '2020']);
    expect(joinItems([item('Bold', 50, 20), item('Bold', 50.3, 20)]).map(({ text }) => text)).toEqual([
      'Bold',
    ]);
  });
});
