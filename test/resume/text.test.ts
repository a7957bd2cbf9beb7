import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../src/resume/clean-text.ts';
import { joinLines } from '../../src/resume/join-lines.ts';
import { kindsOf } from '../../src/resume/split-sections.ts';

describe('clean text', () => {
  it.each([
    ['eﬃcient workﬂow, ﬁrst oﬀer', 'efficient workflow, first offer'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['zero\u200bwidth', 'zerowidth'],
    ['no\u00a0break', 'no break'],
    ['e\u0301', 'é'],
    ['\uf0b7 item', '• item'],
    ['m² ™ stays', 'm² ™ stays'],
  ])('%j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('keeps columns of a line apart by one tab', () => {
    expect(cleanLine('  Engineer     2019 - 2020\t\tBerlin ')).toBe('Engineer\t2019 - 2020\tBerlin');
  });
});

describe('joined lines', () => {
  it.each([
    [['infra-', 'structure work'], '', 'infrastructure work'],
    [['full-', 'stack developer'], '', 'full-stack developer'],
    [['boring-', 'but-critical'], '', 'boring-but-critical'],
    [['micro-', 'services'], 'we love micro-services', 'micro-services'],
    [['self-', 'taught'], 'selftaught', 'selftaught'],
    [['Berlin-', 'Mitte'], '', 'Berlin- Mitte'],
    [['one', '', 'two'], '', 'one two'],
  ])('%j', (lines, all, joined) => {
    expect(joinLines(lines, all)).toBe(joined);
  });
});

describe('headings', () => {
  it.each([
    ['WORK EXPERIENCE', 'work'],
    ['Professional Experience:', 'work'],
    ['Employment History', 'work'],
    ['E X P E R I E N C E', 'work'],
    ['Relevant Work Experience (continued)', 'work'],
    ["Where I've worked", 'work'],
    ['2. Education', 'education'],
    ['Education & Training', 'education'],
    ['Technical Skills', 'skills'],
    ['Core Competencies', 'skills'],
    ['Key Skills & Tools', 'skills'],
    ['Licenses and Certifications', 'certificates'],
    ['Tickets and licences', 'certificates'],
    ['Where I have worked', 'work'],
    ['Languages I speak', 'languages'],
    ['Volunteering', 'volunteer'],
    ['Languages', 'languages'],
    ['Honors & Awards', 'awards'],
    ['About Me', 'summary'],
    ['Selected Publications', 'publications'],
    ['Education and Languages', 'education languages'],
    ['Skills / Languages', 'skills languages'],
    ['Senior Engineer', ''],
    ['Acme Education Inc.', ''],
    ['', ''],
  ])('%j', (text, kinds) => {
    expect(kindsOf(text).join(' ')).toBe(kinds);
  });
});
