import { wordsOf } from '../../language/index.ts';
import { drawBars } from './bars.ts';
import { defineChart } from './chart.ts';
import { WIDE } from './svg.ts';

const MOST = 20;

/** How often the market asks for each skill, with the interval where the sample is known. */
export const demandShare = defineChart({
  id: 'demand-share',
  place: /market/,
  draw({ language, skills, role }, palette, width = WIDE) {
    const words = wordsOf({ language });
    const known = skills
      .flatMap((skill) => (skill.share === null ? [] : [{ skill, share: skill.share }]))
      .sort((a, b) => b.share - a.share);
    if (known.length < 2) return [];
    const shown = known.slice(0, MOST);
    const sample = [
      ...(role.postings === null ? [] : [`n = ${words.number(role.postings)}`]),
      ...(role.asOf === null ? [] : [words.date(role.asOf)]),
    ].join(', ');
    const named = words.say('chart.share', {
      part: known.length > MOST ? 'first' : 'all',
      shown: MOST,
      total: known.length,
    });
    const title = `${named}${sample && ` (${sample})`}`;
    const rows = shown.map(({ skill, share }) => ({
      name: skill.name,
      tier: words.say('fact.tier', { tier: skill.tier }),
      share: words.sampled(share, skill.sample),
    }));
    const { svg, height } = drawBars(
      shown.map(({ skill, share }, at) => ({
        label: skill.name,
        value: share,
        // The colour of a tier is not to be needed.
        text: `${rows[at]?.share} · ${rows[at]?.tier}`,
        colour: skill.tier === 'core' ? palette.accent : palette.soft,
        kind: skill.tier,
        ...(skill.sample?.interval && { interval: skill.sample.interval }),
      })),
      1,
      palette,
      width,
    );
    return [
      {
        kind: 'figure',
        id: this.id,
        title,
        svg,
        width,
        height,
        alt: `${words.say('chart.share-alt')} ${rows.map((row) => `${row.name} ${row.share}`).join('; ')}.`,
        table: {
          kind: 'table',
          id: this.id,
          caption: title,
          columns: (['table.skill', 'table.tier', 'chart.postings'] as const).map((column, at) => ({
            title: words.say(column),
            align: at < 2 ? ('left' as const) : ('right' as const),
          })),
          rows: rows.map((row) => [row.name, row.tier, row.share].map((text) => ({ text }))),
        },
      },
    ];
  },
});
