import { addSummaries } from './describe-summary.ts';
import { defineFindingFormat } from './finding-format.ts';
import { writeJson } from './write-json.ts';

/**
 * For programs: a `CheckResult`. Of several texts the findings stand in one list, each with its `file`, and the counts
 * are added up.
 */
export const jsonFormat = defineFindingFormat({
  id: 'json',
  description: 'for programs: findings with UTF-16 offsets, and counts',
  renderAll(checked) {
    const [first, ...rest] = checked;
    const result =
      first && rest.length === 0
        ? first.result
        : {
            findings: checked.flatMap(({ file, result: { findings } }) =>
              findings.map((finding) => ({ file, ...finding })),
            ),
            summary: addSummaries(checked.map(({ result: { summary } }) => summary)),
          };
    return writeJson(result);
  },
});
