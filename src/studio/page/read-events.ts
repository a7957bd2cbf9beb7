/** Reads a stream of server-sent events: id and data of each. What the end cuts off is left out. */
export async function* readEvents({
  body,
}: Pick<Response, 'body'>): AsyncGenerator<{ id: string; data: string }> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const lines = block.split('\n');
        const field = (name: string) =>
          lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
        const data = field('data').join('\n');
        if (data !== '') yield { id: field('id')[0] ?? '', data };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
