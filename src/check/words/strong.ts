import type { CueSpec } from '../claims/cue.ts';

/** What says that the candidate is strong in a skill. */
export const STRONG: readonly CueSpec[] = [
  {
    effect: 'strong',
    at: ['object'],
    phrases: [
      'strength be|include|in|lie in',
      'strength of the candidate be',
      'strong in|on|at|with',
      'strong|solid|firm|sound foundation|grounding|grasp|command|background|skill|base in|of|on|with',
      'strong|excellent|outstanding|advanced|expert skill|skills|knowledge|command|grasp in|of|with',
      'excel at|in',
      'proficient in|with|at',
      'proficiency in|with',
      'be strong in|on',
      'be proficient in|with|at',
      'be adept at|in|with',
      'be good with|at|in',
      'be an expert in|at|with',
      'be accomplished in',
      'adept at|in',
      'mastery of',
      'be good|great|excellent|outstanding in|at|with',
      'shine in|at|with',
      'be equally strong in',
    ],
  },
  {
    effect: 'strong',
    at: ['noun'],
    phrases: [
      'strength',
      'a? strength',
      'strong',
      'strong point|suit',
      'forte',
      'asset',
      'best card',
      'second nature',
      'be excellent|outstanding',
      'a particular strength',
      'core|main|key|chief|greatest strength',
      'solid',
      'holds no mysteries',
    ],
  },
];
