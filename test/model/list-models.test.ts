import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../src/errors.ts';
import { fromFunction, listModels, openModel, probeModel } from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';

describe('listModels', () => {
  it('gives the ids, sorted', async () => {
    const server = await startScriptedServer(() => ({}), { models: ['b', 'a'] });
    expect(await listModels({ baseUrl: server.url })).toEqual(['a', 'b']);
    await server.close();
  });

  it('says that there is no such list', async () => {
    const server = await startScriptedServer(() => ({}));
    const wrong = { apiKey: 'sk-list-123456', baseUrl: server.url.replace('/v1', '/v2') };
    await expect(listModels(wrong)).rejects.toMatchObject({
      fault: 'not-found',
      status: 404,
      message: expect.stringContaining(
        'cannot get a reply from the models list: found HTTP 404 no such path',
      ),
    });
    await server.close();
  });

  it('stops', async () => {
    const stopped = listModels({ baseUrl: 'http://127.0.0.1:9/v1' }, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toBeInstanceOf(AbortedError);
  });
});

describe('probeModel', () => {
  it('makes one small call and measures it', async () => {
    const server = await startScriptedServer(() => ({ content: { ok: true }, latencyMs: 50 }));
    const probe = await probeModel(await openModel('openai:m', { baseUrl: server.url }));
    expect(probe).toMatchObject({ isStructured: true, reply: { text: '{"ok":true}' } });
    expect(probe.seconds).toBeGreaterThan(0.045);
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]?.purpose).toBe('probe');
    await server.close();
  });

  it.each(['Sure! {"ok": true}', '{"fine": true}', '[]', 'null'])(
    'sees that %s is not what was asked for',
    async (text) => {
      expect((await probeModel(fromFunction('a', () => text))).isStructured).toBe(false);
    },
  );

  it('fails as any call does', async () => {
    const broken = fromFunction('a', () => '');
    await expect(probeModel(broken)).rejects.toMatchObject({ fault: 'empty' });
  });

  it('reads a reply as drafts are read', async () => {
    const probe = await probeModel(fromFunction('a', () => '<think>Hm.</think>```json\n{"ok": true,}\n```'));
    expect(probe).toMatchObject({ isStructured: false, isReadable: true });
  });

  it('goes on to the form that gives JSON', async () => {
    const server = await startScriptedServer(({ body }) => ({
      content: body.tools === undefined ? 'I am here.' : { ok: true },
    }));
    const model = await openModel('openai:m', { baseUrl: server.url });
    expect(await probeModel(model)).toMatchObject({ isStructured: true, isReadable: true });
    expect(model.form).toBe('tool');
    expect(server.calls).toHaveLength(3);
    await server.close();
  });

  it('ends with words where nothing gives JSON', async () => {
    const server = await startScriptedServer(() => ({ content: 'I am here.', ignoresTools: true }));
    const model = await openModel('openai:m', { baseUrl: server.url });
    expect(await probeModel(model)).toMatchObject({ isReadable: false, reply: { text: 'I am here.' } });
    expect(model.form).toBe('none');
    expect(server.calls).toHaveLength(4);
    await server.close();
  });
});
