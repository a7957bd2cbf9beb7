import { describe, expect, it } from 'vitest';
import { expand } from '../../src/check/claims/cue-trie.ts';
import { readReport } from '../../src/check/claims/read-report.ts';
import { indexFacts } from '../../src/check/facts/index-facts.ts';
import { builtInLexicon } from '../../src/check/index.ts';
import { readDocument } from '../../src/check/read/read-document.ts';
import { EXAMPLE_FACTS } from './support/example-facts.ts';

const index = indexFacts(EXAMPLE_FACTS, builtInLexicon());

/** What a text says of skills, as "skill says", in order and once each. */
function said(text: string): string[] {
  const { claims } = readReport(readDocument(text, 'markdown'), index);
  return [...new Set(claims.map((claim) => `${claim.skill} ${claim.says}`))].sort();
}

describe('cues and their scope', () => {
  it.each<[string, string[]]>([
    // pre, post, and a list on either side
    ['She lacks Python and AWS.', ['aws lack', 'python lack']],
    ['Python and AWS are missing.', ['aws lack', 'python lack']],
    ['What is missing is AWS.', ['aws lack']],
    // sign algebra
    ['She does not lack Python.', ['python held']],
    ['Python is not a gap.', ['python enough']],
    ['Python is not missing.', ['python held']],
    ['She does not have AWS.', ['aws lack']],
    ["She doesn't know AWS.", ['aws lack']],
    // neither ... nor, none, no
    ['Neither Python nor Git is a gap.', ['git enough', 'python enough']],
    ['There is no gap in Python.', ['python enough']],
    ['She has no AWS.', ['aws lack']],
    // terminating words
    ['Python is a strength, but AWS is missing.', ['aws lack', 'python strong']],
    ['While Python is a strength, AWS is missing.', ['aws lack', 'python strong']],
    ['Unlike Python, AWS is missing.', ['aws lack']],
    ['AWS, unlike Python, is missing.', ['aws lack']],
    // pseudo-negation and taking back
    ['Python is not only a strength, it is her best.', ['python strong']],
    ['Knowing Python does not mean that she knows AWS.', []],
    // the same, so is, nor is
    ['Python is missing; the same holds for AWS.', ['aws lack', 'python lack']],
    ['AWS is missing, and so is Kubernetes.', ['aws lack', 'kubernetes lack']],
    ['AWS is not held, nor is Kubernetes.', ['aws lack', 'kubernetes lack']],
    // mood
    ['Once she has learned AWS, she will know Kubernetes.', ['aws train']],
    ['If she had AWS, she would be ready.', []],
    // owner
    ['Employers lack nothing but Python.', []],
    ['The role requires AWS.', ['aws asked']],
    // pronouns and topics
    ['AWS matters most. Kubernetes? She has never used it.', ['kubernetes lack']],
    ['When it comes to Docker, what she knows is enough.', ['docker enough']],
    ['Git: She does not have it.', ['git lack']],
    // possessives presuppose
    ['Her Kubernetes skills will help.', ['kubernetes held']],
    // words that only look like skills
    ['She is ready to go, and she can express herself.', []],
  ])('%s', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('headings and labels', () => {
  it.each<[string, string[]]>([
    ['### Key gaps\n\n- **AWS:** new\n- Docker', ['aws gap', 'docker gap']],
    ['### Strengths\n\n- Python', ['python strong']],
    ['### Not gaps\n\n- Python', ['python enough']],
    ['- **Preferred:** Docker, Terraform', ['docker preferred', 'terraform preferred']],
    ['The core skills are:\n\n- Python\n- AWS', ['aws core', 'python core']],
    ['## Skill Gap Assessment\n\nPython and AWS.', []],
  ])('%j', (text, claims) => {
    expect(said(text)).toEqual(claims);
  });
});

describe('expand', () => {
  it('gives every sequence of base forms', () => {
    expect(expand('be|stand in? place')).toEqual([
      ['be', 'place'],
      ['stand', 'place'],
      ['be', 'in', 'place'],
      ['stand', 'in', 'place'],
    ]);
    expect(expand('must-have')).toEqual([['must', 'have']]);
  });
});
