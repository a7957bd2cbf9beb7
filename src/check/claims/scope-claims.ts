import type { Range } from '../read/document.ts';
import type { SkillClaim } from './claim.ts';
import type { Effect } from './cue.ts';
import type { LevelLabel, ReadBlock } from './read-report.ts';

export function scopeClaims(read: ReadBlock): { claims: SkillClaim[]; levels: LevelLabel[] } {
  const claims: SkillClaim[] = [];
  const levels: LevelLabel[] = [];
  const { head, block, label, ownLabel } = read;
  if (!head || block.kind === 'heading') return { claims, levels };
  const headInLabel = label.some((token) => token.start === head.mentions[0]?.start);
  const first = read.sentences[0];
  const add = (effects: readonly Effect[], from: 'label' | 'heading', cue: Range) => {
    for (const mention of head.mentions) {
      for (const says of effects) {
        if (
          read.block.kind === 'paragraph' &&
          from === 'heading' &&
          (first?.claims.some((claim) => claim.skill === mention.skill) ||
            // "Negotiation is not among them."
            first?.clauses[0]?.hits.some((hit) => hit.negated || hit.cue.signal === 'negation'))
        )
          continue;
        claims.push({
          says,
          skill: mention.skill,
          mention,
          clause: first?.clauses[0],
          from,
          cue,
          start: mention.start,
          end: Math.max(mention.end, endOfHead(read)),
          softened: false,
        });
      }
    }
  };
  if (!headInLabel && label.length > 0) {
    const cue = { start: label[0]?.start ?? block.start, end: label.at(-1)?.end ?? block.start };
    add(ownLabel.effects, 'label', cue);
    if (ownLabel.level)
      for (const mention of head.mentions)
        levels.push({ skill: mention.skill, level: ownLabel.level, start: mention.start, end: mention.end });
    return { claims, levels };
  }
  const scope = read.scopeLabels.find((one) => one.effects.length > 0 || one.level !== null);
  if (!scope) return { claims, levels };
  if (scope.scope.kind === 'heading' && scope.scope.depth === 1) return { claims, levels };
  add(scope.effects, 'heading', scope.scope);
  if (scope.level)
    for (const mention of head.mentions)
      levels.push({ skill: mention.skill, level: scope.level, start: mention.start, end: mention.end });
  return { claims, levels };
}

const endOfHead = (read: ReadBlock): number => read.sentences[0]?.end ?? read.block.end;
