import { describe, expect, it } from 'vitest';
import { toHaveNoContradictions } from '../../src/testing/vitest.ts';
import { EXAMPLE_FACTS } from '../check/support/example-facts.ts';

expect.extend({ toHaveNoContradictions });

function messageOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it passed');
}

describe('toHaveNoContradictions', () => {
  it('passes where the facts say the same', () => {
    expect('Python is a strength. AWS is missing.').toHaveNoContradictions(EXAMPLE_FACTS);
    expect('Docker is fully met.').not.toHaveNoContradictions(EXAMPLE_FACTS);
  });

  it('lists the findings where it fails', () => {
    const message = messageOf(() => expect('Docker is fully met.').toHaveNoContradictions(EXAMPLE_FACTS));
    expect(message).toContain('expected a text that does not contradict the facts');
    expect(message).toContain('text:1:1 error Unexpected "sufficient" for Docker');
    expect(message).toContain('^^^^^^^^^^^^^^^^^^^');
  });

  it('checks a text against itself without facts', () => {
    const text = 'She is proficient in Python.\n\nShe has a gap in Python and AWS.';
    expect(messageOf(() => expect(text).toHaveNoContradictions())).toContain('does not contradict itself');
  });

  it('says what was expected where it is negated', () => {
    expect(messageOf(() => expect('AWS is missing.').not.toHaveNoContradictions(EXAMPLE_FACTS))).toContain(
      'expected a text that contradicts the facts',
    );
  });

  it('takes the options of the checker', () => {
    expect('Docker is fully met.').toHaveNoContradictions(EXAMPLE_FACTS, {
      rules: { 'skill-polarity': 'warning' },
    });
  });

  it('fails for what is no text', () => {
    const notText: unknown = 5;
    expect(messageOf(() => expect(notText).toHaveNoContradictions())).toContain(
      'found number, expected a string',
    );
  });

  it('works within other matchers', () => {
    expect({ report: 'AWS is missing.' }).toEqual({ report: expect.toHaveNoContradictions(EXAMPLE_FACTS) });
  });
});
