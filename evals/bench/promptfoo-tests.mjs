/** Tests for promptfoo.yaml, as many as are asked for. */
export default function makeTests() {
  const count = Number(process.env.GAPWRIGHT_BENCH_CELLS ?? 200);
  return Array.from({ length: count }, (_, at) => ({
    vars: { question: `Question ${at}` },
    assert: [
      { type: 'contains', value: 'Question' },
      { type: 'javascript', value: 'output.length < 100' },
    ],
  }));
}
