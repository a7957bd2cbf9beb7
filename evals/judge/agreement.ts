/**
 * How far a model that judges agrees with people: `node evals/judge/agreement.ts openai:MODEL`, with the environment
 * of `gapwright report` (OPENAI_API_KEY, OPENAI_BASE_URL). Asks each labelled pair twice and each labelled text once.
 */
import {
  calibratePairwise,
  calibrateRubric,
  describeAgreement,
  openJudge,
  openModel,
  withRetries,
} from '../../src/index.ts';
import { readLabelled } from './read-labelled.ts';

const [id] = process.argv.slice(2);
if (!id) {
  console.error(
    'cannot judge: found no model, expected one, e.g. node evals/judge/agreement.ts openai:gpt-5-mini',
  );
  process.exitCode = 2;
} else {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = process.env;
  const model = await openModel(id, { ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) });
  const judge = await openJudge(withRetries(model));
  const { texts, pairs } = readLabelled();
  const agreements = [await calibratePairwise(judge, pairs), ...(await calibrateRubric(judge, texts))];
  for (const agreement of agreements) console.log(describeAgreement(agreement));
}
