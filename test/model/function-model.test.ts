import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { ChatOpenAI } from '@langchain/openai';
import { describe, expect, it } from 'vitest';
import { fromChatModel, fromFunction } from '../../src/model/index.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { makeRequest } from './requests.ts';

const unknownUsage = { inputTokens: null, outputTokens: null };

describe('fromFunction', () => {
  it('takes a text, at once or later', async () => {
    const request = makeRequest();
    expect(await fromFunction('a', () => 'now').generate(request)).toEqual({
      text: 'now',
      usage: unknownUsage,
    });
    expect(await fromFunction('a', async ({ section }) => section).generate(request)).toMatchObject({
      text: 'roadmap',
    });
  });

  it('takes a whole reply', async () => {
    const reply = { text: 'x', finishReason: 'stop', model: 'm', usage: { inputTokens: 3, outputTokens: 1 } };
    expect(await fromFunction('a', () => reply).generate(makeRequest())).toEqual(reply);
  });

  it.each([
    { name: 'no text', give: () => '', fault: 'empty', retryable: true },
    {
      name: 'a text that was cut off',
      give: () => ({ text: 'Sant', finishReason: 'MAX_TOKENS', usage: unknownUsage }),
      fault: 'length',
      retryable: false,
    },
    {
      name: 'an error',
      give: () => {
        throw Object.assign(new Error('busy'), { status: 503 });
      },
      fault: 'server',
      retryable: true,
    },
  ])('judges $name', async ({ give, fault, retryable }) => {
    await expect(fromFunction('a', give).generate(makeRequest())).rejects.toMatchObject({
      fault,
      retryable,
      message: expect.stringContaining('cannot get a reply from a: found '),
    });
  });
});

/** A chat model whose structured output goes through a tool call, as LangChain's default has it. */
class ToolCallingModel extends BaseChatModel {
  readonly reply: AIMessage;
  constructor(reply: AIMessage) {
    super({});
    this.reply = reply;
  }
  override _llmType() {
    return 'tool-calling';
  }
  override bindTools() {
    return this;
  }
  override async _generate() {
    return { generations: [{ text: '', message: this.reply }] };
  }
}

describe('fromChatModel', () => {
  it('gives the arguments of the tool call that stands for structured output', async () => {
    const call = {
      name: 'section_roadmap',
      args: { paragraphs: ['One.'] },
      id: '1',
      type: 'tool_call' as const,
    };
    const model = fromChatModel(new ToolCallingModel(new AIMessage({ content: '', tool_calls: [call] })));
    expect(model.id).toBe('langchain:tool-calling');
    expect(await model.generate(makeRequest())).toEqual({
      text: '{"paragraphs":["One."]}',
      usage: unknownUsage,
    });
  });

  it('gives the arguments as text where LangChain could not parse them', async () => {
    const call = {
      name: 'section_roadmap',
      args: '{"paragraphs":["On',
      id: '1',
      type: 'invalid_tool_call' as const,
    };
    const message = new AIMessage({ content: '', invalid_tool_calls: [call] });
    expect((await fromChatModel(new ToolCallingModel(message)).generate(makeRequest())).text).toBe(
      '{"paragraphs":["On',
    );
  });

  it('gives the text of a model that answers in prose instead', async () => {
    const model = fromChatModel(new ToolCallingModel(new AIMessage('I would rather write prose.')));
    expect((await model.generate(makeRequest())).text).toBe('I would rather write prose.');
  });

  it.each([
    ['stop_reason', 'max_tokens', 'length'],
    ['stop_reason', 'refusal', 'refusal'],
    ['finishReason', 'SAFETY', 'content-filter'],
    ['finish_reason', 'length', 'length'],
    ['stopReason', 'guardrail_intervened', 'content-filter'],
    ['done_reason', 'length', 'length'],
  ])('knows the end %s: %s', async (field, reason, fault) => {
    const message = new AIMessage({ content: 'Sant', response_metadata: { [field]: reason, model: 7 } });
    await expect(fromChatModel(new ToolCallingModel(message)).generate(makeRequest())).rejects.toMatchObject({
      fault,
      text: 'Sant',
      finishReason: reason,
    });
  });

  it('asks in words where the model has no structured output of its own', async () => {
    const chat = new FakeListChatModel({ responses: ['No JSON here.'] });
    const model = fromChatModel(chat, { id: 'fake', structured: 'prompt' });
    expect(await model.generate(makeRequest())).toMatchObject({ text: 'No JSON here.' });
  });

  it('says that a model hides its raw message', async () => {
    const model = fromChatModel(new FakeListChatModel({ responses: ['{}'] }), { id: 'fake' });
    await expect(model.generate(makeRequest())).rejects.toMatchObject({
      fault: 'invalid-reply',
      message: expect.stringContaining('found structured output without the raw message'),
    });
  });

  it('works with a real one over HTTP', async () => {
    const server = await startScriptedServer(() => ({ content: { paragraphs: [] } }));
    const chat = new ChatOpenAI({
      model: 'gpt-4o',
      apiKey: 'sk-1',
      maxRetries: 0,
      configuration: { baseURL: server.url },
    });
    const reply = await fromChatModel(chat, { id: 'mine' }).generate(makeRequest());
    expect(reply).toMatchObject({ text: '{"paragraphs":[]}', usage: { inputTokens: 100, outputTokens: 20 } });
    expect(server.calls[0]?.schemaName).toBe('section_roadmap');
    await server.close();
  });
});
