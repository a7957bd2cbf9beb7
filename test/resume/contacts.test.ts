import { describe, expect, it } from 'vitest';
import { extractResume } from '../../src/resume/index.ts';

function basicsOf(...texts: string[]) {
  const lines = [...texts, 'Skills', 'Python'].map((text, at) => ({
    text,
    line: at + 1,
    ...(text === 'Skills' && { gap: true }),
  }));
  return extractResume({ file: 'cv.txt', lines }).resume.basics;
}

describe('the head of a resume', () => {
  it.each([
    [['Ada Example'], { name: 'Ada Example' }],
    [['ADA EXAMPLE, PhD, RN'], { name: 'Ada Example' }],
    [['Curriculum Vitae', 'Ada van der Example'], { name: 'Ada van der Example' }],
    [['Tom Baker'], { name: 'Tom Baker' }],
    [['Pastry Chef'], undefined],
    [['CV of Ada Example'], { name: 'Ada Example' }],
    [['Ada Example', 'Data Engineer'], { name: 'Ada Example', label: 'Data Engineer' }],
    [['Ada Example | Data Engineer'], { name: 'Ada Example', label: 'Data Engineer' }],
    [
      ['Ada Example', 'E-mail: ada@example.com, Phone: (303) 555-0142'],
      { name: 'Ada Example', email: 'ada@example.com', phone: '(303) 555-0142' },
    ],
    [
      ['Ada Example', 'ada@example.com • +49 30 5550123 • Berlin, Germany'],
      {
        name: 'Ada Example',
        email: 'ada@example.com',
        phone: '+49 30 5550123',
        location: { city: 'Berlin', region: 'Germany' },
      },
    ],
    [['Ada Example', 'ada.example.com'], { name: 'Ada Example', url: 'https://ada.example.com' }],
    [
      ['Ada Example', '88 Harrison Street, San Francisco, CA 94105'],
      {
        name: 'Ada Example',
        location: { address: '88 Harrison Street', city: 'San Francisco', region: 'CA', postalCode: '94105' },
      },
    ],
    [
      ['Ada Example', 'linkedin.com/in/ada-example'],
      {
        name: 'Ada Example',
        profiles: [
          { network: 'LinkedIn', username: 'ada-example', url: 'https://linkedin.com/in/ada-example' },
        ],
      },
    ],
    [['Data Engineer'], undefined],
    [['2019 - 2021'], undefined],
  ])('%j', (lines, expected) => {
    const basics = basicsOf(...lines);
    if (expected) expect(basics).toEqual(expected);
    else expect(basics?.name).toBeUndefined();
  });

  it('keeps the signs of a text that holds no contact', () => {
    const text = 'I build things, and (sometimes) break them: slowly — or fast;';
    expect(basicsOf('Ada Example', 'Engineer', text)?.summary).toBe(text);
  });

  it('finds contacts in the margins of pages, and nothing else', () => {
    const { resume } = extractResume({
      file: 'cv.pdf',
      lines: [
        { text: 'Ada Example', line: 1, page: 1 },
        { text: 'Confidential Person | ada@example.com', line: 40, page: 1, margin: true },
      ],
    });
    expect(resume.basics).toEqual({ name: 'Ada Example', email: 'ada@example.com' });
  });
});
