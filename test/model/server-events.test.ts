import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventReader, readEvents } from '../../src/model/server-events.ts';

describe('server-sent events', () => {
  it.each([
    ['one', 'data: {"a":1}\n\n', ['{"a":1}']],
    ['without a space', 'data:x\n\n', ['x']],
    ['other line ends', 'data: x\r\n\r\ndata: y\r\rdata: z\n\n', ['x', 'y', 'z']],
    ['several lines', 'data: x\ndata: y\n\n', ['x\ny']],
    ['comments, names and ids', ': keep-alive\n\nevent: delta\nid: 7\ndata: x\n\n', ['x']],
    ['a last one without its end', 'data: x\n\ndata: y', ['x', 'y']],
    ['none', '', []],
  ])('are read: %s', (_, body, data) => {
    expect(readEvents(body)).toEqual(data);
  });

  it('are the same however they are cut into pieces', () => {
    const line = fc.constantFrom('data: a', 'data: {"b":"ü"}', ': c', 'event: d', '', '');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.nat({ max: 12 })),
        (lines, end, sizes) => {
          const body = lines.map((text) => text + end).join('');
          const whole: string[] = [];
          eventReader((data) => whole.push(data))(body);
          const cut: string[] = [];
          const read = eventReader((data) => cut.push(data));
          let at = 0;
          for (const size of sizes) {
            read(body.slice(at, at + size));
            at += size;
          }
          read(body.slice(at));
          expect(cut).toEqual(whole);
        },
      ),
    );
  });
});
