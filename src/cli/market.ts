import type { CliGroup } from './command.ts';
import { marketBuild } from './market/build.ts';
import { marketEsco } from './market/esco.ts';
import { marketMerge } from './market/merge.ts';
import { marketOnet } from './market/onet.ts';
import { marketShow } from './market/show.ts';

/** `gapwright market`: role profiles from postings, O*NET and ESCO. */
export const marketCommands: CliGroup = {
  name: 'market',
  summary: 'make role profiles from postings, O*NET and ESCO; merge and show them',
  commands: [marketBuild, marketOnet, marketEsco, marketMerge, marketShow],
};
