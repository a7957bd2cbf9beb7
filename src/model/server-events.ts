/** Takes a text piece by piece. */
export type TextSink = (piece: string) => void;

/** Reads server-sent events as they come and hands over the data of each; other fields are of no use here. */
export function eventReader(onData: (data: string) => void): TextSink {
  let rest = '';
  let data: string[] = [];
  return (piece) => {
    // A line end of two characters may be split between two pieces: its first half waits for the second.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) onData(data.join('\n'));
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
  };
}

/** The data of every event of a whole stream, a last one without its blank line included. */
export function readEvents(body: string): string[] {
  const events: string[] = [];
  eventReader((data) => events.push(data))(`${body}\n\n`);
  return events;
}
