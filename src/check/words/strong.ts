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
      'be an expert in|at|with',
      'be accomplished in',
      'adept at|in',
      'mastery of',
      'be great|excellent|outstanding in|at|with',
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
  {
    effect: 'strong',
    at: ['subject'],
    phrases: [
      'come easily|naturally|easy to her|him|you|%',
      'be her|his|your forte|home ground|strong suit|strongest point',
      'be one of her|his|your strength|strong suit|strong point|forte',
      'be among her|his|your strength|strong suit|strong point',
      'be impressive|considerable|excellent|outstanding|superb|first-rate',
    ],
  },
];
