/** Words for the demand on the market. Neutral ones are left out. */
export const DEMAND_WORDS: Readonly<Record<string, 'low' | 'medium' | 'high'>> = {
  high: 'high', strong: 'high', heavy: 'high', brisk: 'high', robust: 'high', booming: 'high', great: 'high', huge: 'high', intense: 'high', buoyant: 'high', soaring: 'high', elevated: 'high', considerable: 'high', substantial: 'high',
  medium: 'medium', moderate: 'medium', middling: 'medium', average: 'medium', modest: 'medium', steady: 'medium', fair: 'medium', mid: 'medium', middle: 'medium',
  low: 'low', weak: 'low', slack: 'low', thin: 'low', scarce: 'low', little: 'low', poor: 'low', limited: 'low', sluggish: 'low', sparse: 'low', subdued: 'low', faint: 'low',
};
