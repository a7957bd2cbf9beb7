/**
 * The chain against a scripted server with the timing of a real one: how much longer a report takes than its slowest
 * section, what a report costs in requests and tokens by prompt style, and what our own code costs in CPU and memory.
 * The scripted model writes without fault but for one section in three, which needs one repair.
 */
import { getEncoding } from 'js-tiktoken';
import { sectionMessages } from '../../src/draft/build-messages.ts';
import { commonFacts, groundOf, type Prompt } from '../../src/draft/index.ts';
import {
  builtInResources,
  type Case,
  computeFacts,
  type FactSheet,
  loadPromptSet,
  openModel,
  type ReportEvent,
  readCase,
  writeReport,
} from '../../src/index.ts';
import { DEFAULT_STYLE, SECTIONS } from '../../src/sections/index.ts';
import { type Script, type ScriptedCall, startScriptedServer } from '../../test/support/scripted-server.ts';
import { perfectCitedWriter, perfectPlainWriter, perfectWriter } from '../../test/support/scripted-writer.ts';

const encoding = getEncoding('o200k_base');
const tokens = (text: string): number => encoding.encode(text).length;

/** A fixed stream of numbers from 0 to 1, so that every run waits alike. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Count {
  requests: number;
  prompt: number;
  completion: number;
  /** Tokens with which every first request of a section begins, the reply's schema included. */
  prefix: number;
}

/** What a provider reads, in its order: the schema stands before the messages. */
function promptOf({ body }: ScriptedCall): string {
  return [
    JSON.stringify(body.response_format ?? {}),
    ...body.messages.map(({ role, content }) => `${role}\n${content}`),
  ].join('\n');
}

/** How many tokens all texts begin with. */
function commonPrefix(texts: readonly string[]): number {
  const [first = [], ...rest] = texts.map((text) => encoding.encode(text));
  const at = first.findIndex((token, place) => rest.some((other) => other[place] !== token));
  return at < 0 ? first.length : at;
}

/** Waits as a model does: a time to the first token, then so many tokens a second, both with jitter. */
function withTiming(
  script: Script,
  count: Count,
  { firstTokenMs = 350, tokensPerSecond = 400 } = {},
): Script {
  const random = makeRandom(7);
  return async (call) => {
    const reply = await script(call);
    const text = typeof reply.content === 'string' ? reply.content : JSON.stringify(reply.content);
    count.requests += 1;
    count.prompt += tokens(promptOf(call));
    count.completion += tokens(text);
    const jitter = 0.8 + 0.4 * random();
    return {
      ...reply,
      latencyMs: Math.round((firstTokenMs + (tokens(text) / tokensPerSecond) * 1000) * jitter),
    };
  };
}

/** Every third section has one figure typed where it should not be; the repair gives the sentence back without. */
function withFaults(script: Script): Script {
  const faulty = new Set(['executive_summary', 'skill_gap_assessment']);
  return async (call) => {
    const reply = await script(call);
    const { paragraphs } = reply.content as {
      paragraphs: { sentences: { text: string; facts: string[] }[] }[];
    };
    const first = paragraphs[0]?.sentences[0];
    if (!first || !faulty.has(call.section ?? '')) return reply;
    if (call.purpose === 'repair') return { content: { sentences: [{ id: 1, ...first }] } };
    const wrong = { ...first, text: `${first.text.replace(/\.$/, '')}, in 99 weeks.` };
    return {
      content: {
        paragraphs: [
          { sentences: [wrong, ...(paragraphs[0]?.sentences.slice(1) ?? [])] },
          ...paragraphs.slice(1),
        ],
      },
    };
  };
}

interface Run {
  wall: number;
  slowest: number;
  cpu: number;
  count: Count;
}

async function measure(
  theCase: Case,
  script: Script,
  options: { concurrency?: number; style?: 'slots' | 'cited' | 'plain' },
): Promise<Run> {
  const count: Count = { requests: 0, prompt: 0, completion: 0, prefix: 0 };
  const server = await startScriptedServer(withTiming(script, count));
  const model = await openModel('openai:scripted-model', { apiKey: 'none', baseUrl: server.url });
  const prompts = await loadPromptSet({ style: options.style ?? 'slots' });
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const begun = new Map<string, number>();
  let slowest = 0;
  const run = writeReport(theCase, {
    model,
    prompts,
    ...(options.concurrency && { concurrency: options.concurrency }),
  });
  for await (const event of run.events as AsyncIterable<ReportEvent>) {
    if (event.type === 'section-start') begun.set(event.section, performance.now());
    if (event.type === 'section-end')
      slowest = Math.max(slowest, performance.now() - (begun.get(event.section) ?? start));
  }
  await run.report;
  const used = process.cpuUsage(cpu);
  count.prefix = commonPrefix(server.calls.filter(({ purpose }) => purpose === 'section').map(promptOf));
  await server.close();
  return { wall: performance.now() - start, slowest, cpu: (used.user + used.system) / 1000, count };
}

/** The obvious way: one prompt with all facts as JSON. What it would take; no check, no repair. */
function baseline(sheet: FactSheet, words: string): Count {
  const prompt = `Write a skill-gap report with an executive summary, candidate profile, market requirements analysis, skill gap assessment, upskilling roadmap and recommended resources from these facts:\n${JSON.stringify(sheet)}`;
  return { requests: 1, prompt: tokens(prompt), completion: tokens(words), prefix: 0 };
}

export async function benchChain(): Promise<void> {
  const { case: theCase } = await readCase({
    resume: 'examples/nurse/resume.yaml',
    role: 'examples/nurse/role.yaml',
    date: '2026-11-24',
  });
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  await measure(theCase, perfectWriter(sheet), {});

  console.log('\nchain: scripted model, first token after 350 ms, 400 tokens a second, jitter 20 %');
  const parallel = await measure(theCase, withFaults(perfectWriter(sheet)), {});
  const sequential = await measure(theCase, withFaults(perfectWriter(sheet)), { concurrency: 1 });
  console.log(
    `  six sections side by side   ${(parallel.wall / 1000).toFixed(2)} s, ${(parallel.wall / parallel.slowest).toFixed(2)} x the slowest section with its repairs`,
  );
  console.log(
    `  one after the other         ${(sequential.wall / 1000).toFixed(2)} s, ${(sequential.wall / parallel.wall).toFixed(1)} x side by side`,
  );
  console.log(
    `  our own CPU time a report   ${parallel.cpu.toFixed(0)} ms (clients and scripted server included)`,
  );
  console.log(`  peak memory of the process  ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

  console.log('\n  requests and tokens (o200k_base) for a report accepted at once');
  const styles = {
    slots: perfectWriter(sheet),
    cited: perfectCitedWriter(sheet),
    plain: perfectPlainWriter(sheet),
  } as const;
  for (const [style, script] of Object.entries(styles)) {
    const { count } = await measure(theCase, script, { style: style as keyof typeof styles });
    print(style, count);
  }
  const report = await writeReport(theCase).report;
  const words = report.sections
    .flatMap((part) =>
      part.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences.map((s) => s.text) : [])),
    )
    .join(' ');
  print('one prompt, all facts as JSON', baseline(sheet, words));
  await printPrefixes(sheet);
}

/** What the requests take with the facts of so many sections in front of all of them. */
async function printPrefixes(sheet: FactSheet): Promise<void> {
  console.log(
    '\n  slots, by the number of sections that must use a fact before it stands in the common prefix',
  );
  const { prompts, reply } = await loadPromptSet();
  const prompt = (id: string) => prompts.get(id) as Prompt;
  for (const many of [2, 3, 4, 5, Number.POSITIVE_INFINITY]) {
    const common = commonFacts(sheet, SECTIONS, many);
    const texts = SECTIONS.map((section) =>
      [
        JSON.stringify(reply.schema),
        ...sectionMessages(
          { ...groundOf(section, sheet), common },
          { shared: prompt('shared'), repair: prompt('repair'), section: prompt(section.id) },
          DEFAULT_STYLE,
        ).map(({ role, content }) => `${role}\n${content}`),
      ].join('\n'),
    );
    print(Number.isFinite(many) ? `${many} sections or more` : 'no facts in front', {
      requests: texts.length,
      prompt: texts.reduce((sum, text) => sum + tokens(text), 0),
      completion: 0,
      prefix: commonPrefix(texts),
    });
  }
}

/** What cached input costs beside other input at the large providers in 2026. */
const CACHED = 0.1;
/** Shorter prefixes are not cached by most of them. */
const SHORTEST = 1024;

function print(name: string, { requests, prompt, completion, prefix }: Count): void {
  const read = Math.round(prompt - prefix * (requests - 1) * (1 - CACHED));
  const kept = prefix < SHORTEST ? 'too short to be cached' : `as ${read} prompt tokens where it is cached`;
  console.log(
    `  ${name.padEnd(32)} ${String(requests).padStart(2)} requests  ${String(prompt).padStart(6)} prompt  ${String(completion).padStart(5)} completion` +
      `  ${String(prefix).padStart(5)} in the common prefix, ${kept}`,
  );
}

if (import.meta.main) await benchChain();
