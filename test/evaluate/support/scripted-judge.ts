import { afterAll } from 'vitest';
import { type Judge, openJudge } from '../../../src/evaluate/judges/index.ts';
import { openModel } from '../../../src/model/index.ts';
import { type Script, startScriptedServer } from '../../support/scripted-server.ts';

/** What a judge was asked: the texts between the tags of its prompt. */
export function askedOf(prompt: string): { first: string; second: string; report: string } {
  const between = (tag: string) =>
    new RegExp(`<${tag}>\\n([\\s\\S]*?)\\n</${tag}>`, 'u').exec(prompt)?.[1] ?? '';
  return { first: between('first'), second: between('second'), report: between('report') };
}

const firstWords = (text: string) => text.split(/\s+/u).slice(0, 4).join(' ');

/** The answer of a judge to a pair: the winner, with a quote that stands there. */
export function pairAnswer(
  winner: 'first' | 'second' | 'tie',
  { first, second }: { first: string; second: string },
): object {
  const report = winner === 'second' ? 'second' : 'first';
  const quote = firstWords(report === 'second' ? second : first);
  return { winner, evidence: winner === 'tie' ? [] : [{ report, quote, why: 'It says so at once.' }] };
}

/** The answer of a judge to a rubric. */
export function rubricAnswer(report: string, scores: Readonly<Record<string, number>>): object {
  return {
    scores: Object.entries(scores).map(([question, score]) => ({
      question,
      score,
      quote: firstWords(report),
      why: 'Because.',
    })),
  };
}

const servers: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A judge behind a scripted server, over real HTTP; `answer` gets the prompt and gives the reply's text or object. */
export async function scriptedJudge(
  answer: (prompt: string, index: number) => string | object,
): Promise<{ judge: Judge; calls: readonly unknown[] }> {
  const script: Script = ({ body, index }) => ({
    content: answer(body.messages.at(-1)?.content ?? '', index),
  });
  const server = await startScriptedServer(script);
  servers.push(server);
  const model = await openModel('openai:scripted-model', { apiKey: 'none', baseUrl: server.url });
  return { judge: await openJudge(model), calls: server.calls };
}
