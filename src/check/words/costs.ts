import type { CueSpec, SignalSpec } from '../claims/cue.ts';

/** What says that a resource costs nothing, something, or both. */
export const COSTS: readonly (CueSpec | SignalSpec)[] = [
  {
    effect: 'free',
    at: [],
    phrases: [
      'free', 'free of charge', 'at no cost|charge', 'no cost|charge', 'cost nothing', 'not cost a? _? a|penny|cent|thing|dime', 'not cost _ a cent|penny|thing|dime', 'not cost a cent|penny|thing|dime', 'without charge|cost|payment|fee', 'neither carry a charge', 'carry no charge|fee', 'not be charge', 'not charge', 'without pay', 'for nothing', 'gratis', 'no fee', 'free-of-charge', 'spend nothing', 'nothing to pay', 'free to use', 'free online', 'zero cost', 'open access', 'on the house', 'free course|book',
    ],
  },
  { effect: 'freemium', at: [], phrases: ['freemium', 'freemium model', 'free to audit', 'free to try', 'free to start', 'free with a paid certificate', 'partly free', 'free basic', 'free tier'] },
  {
    effect: 'paid',
    at: [],
    phrases: ['paid', 'pay for', 'must be pay|paid for', 'be pay|paid for', 'for a fee', 'get _ card|wallet|purse out', 'budget for it', 'must be bought|buy', 'be bought', 'have|need to be bought|paid|pay', 'not free', 'anything but free', 'far from free', 'come at a cost|price', 'carry a fee|charge|price', 'not come cheap', 'at a price', 'subscription', 'behind a paywall', 'charge a fee', 'require payment', 'cost money', 'not come free', 'not free of charge', 'no free', 'commercial', 'purchase'],
  },
  { signal: 'pseudo', phrases: ['free time', 'feel free', 'free evening|evenings|weekend', 'free to choose', 'carefree', 'free up', 'free software', 'well paid', 'best paid', 'if _ pay', 'pay off', 'pay attention', 'the paid version', 'free version', 'free trial', 'pay _ back'] },
  { signal: 'negation', phrases: ['not', 'no', 'never', 'neither', 'nor'] },
];
