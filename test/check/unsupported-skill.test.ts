import { expect, it } from 'vitest';
import { Case } from '../../schemas/case.ts';
import { checkReport } from '../../src/check/index.ts';
import { computeFacts } from '../../src/facts/index.ts';

const sheet = computeFacts(
  Case.parse({
    resume: {
      basics: { name: 'Ines Roth', label: 'Chef', summary: 'Cooks, and keeps the stock in MongoDB.' },
      work: [
        {
          name: 'Linde',
          position: 'Chef de Partie',
          startDate: '2023-04',
          highlights: ['Wrote a menu app with Vue.js'],
        },
        { name: 'Adler', position: 'Ansible Administrator', startDate: '2021-02', endDate: '2023-03' },
      ],
      skills: [{ name: 'Python', level: 'Advanced' }],
    },
    role: { title: 'Terraform Engineer', skills: [{ name: 'Python', tier: 'core' }] },
    date: '2026-11-24',
  }),
);
const found = (text: string) =>
  checkReport(text, sheet)
    .findings.filter((finding) => finding.rule === 'unsupported-skill')
    .map((finding) => finding.subject);

it.each([
  ['words of the label', 'She has experience as a Chef.'],
  ['words of a position', 'She has experience with Ansible.'],
  ['words of the role', 'She is strong in Terraform.'],
  ['what the summary names', 'She has used MongoDB.'],
  ['what a highlight names', 'She has used Vue.js.'],
])('%s are no unsupported skill', (_, text) => expect(found(text)).toEqual([]));

it.each([
  ['She has experience with Kubernetes.', 'Kubernetes'],
  ['Her strengths are Python and TensorFlow.', 'TensorFlow'],
])('%s', (text, subject) => expect(found(text)).toEqual([subject]));
