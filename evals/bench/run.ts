/** Every benchmark, one after the other: `npm run bench`, or `node evals/bench/run.ts NAME`. */
const benches: Record<string, () => Promise<void> | void> = {
  'start-up': async () => (await import('./start-up.ts')).benchStartUp(),
  checker: async () => (await import('./checker.ts')).benchChecker(),
  chain: async () => (await import('./chain.ts')).benchChain(),
  facts: async () => (await import('./facts.ts')).benchFacts(),
  eval: async () => (await import('./eval.ts')).benchEval(),
  render: async () => (await import('./render.ts')).benchRender(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0)
  throw new Error(`cannot run ${unknown.join(', ')}: expected ${Object.keys(benches).join(', ')}`);
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
