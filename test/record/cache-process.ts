import { fromFunction } from '../../src/model/index.ts';
import { cacheReplies } from '../../src/record/index.ts';

/** One of several processes that share a cache: asks for the same 40 things and prints what it got. */
const [dir = '', name = ''] = process.argv.slice(2);
let calls = 0;
const model = fromFunction('test:shared', ({ messages }) => {
  calls += 1;
  return `${messages[0]?.content} ${name} ${'long '.repeat(20_000)}`;
});
const cache = cacheReplies(model, dir);
const texts: string[] = [];
for (let item = 0; item < 40; item++) {
  const { text } = await cache.generate({
    purpose: 'section',
    section: 'shared',
    messages: [{ role: 'user', content: `item ${item}` }],
    schema: { name: 'any', json: {} },
  });
  texts.push(text.slice(0, 20).split(' ').slice(0, 3).join(' '), String(text.length));
}
process.stdout.write(JSON.stringify({ calls, texts }));
