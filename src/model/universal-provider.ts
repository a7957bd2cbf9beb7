import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ModelError } from '../errors.ts';
import { callChatModel, type StructuredOutput } from './chat-model-call.ts';
import type { ModelRequest } from './model.ts';
import type { Provider, RemoteModel } from './provider.ts';
import { defaultTimeoutMs, type ModelSettings, secretsOf } from './settings.ts';
import type { ErrorContext } from './to-model-error.ts';

/** What LangChain's universal loading needs to know of one provider. */
export interface UniversalProvider {
  prefix: string;
  /** The optional peer that talks to the provider. */
  package: string;
  /** The settings under the names that the package gives them. */
  options(settings: ModelSettings): Record<string, unknown>;
  /** The package's name for the limit of output tokens. */
  limit: string;
}

/** A provider through LangChain's `initChatModel`, from a package that users install when they need it. */
export function universalProvider(line: UniversalProvider): Provider {
  return {
    prefix: line.prefix,
    package: line.package,
    async open(name, settings) {
      const id = `${line.prefix}:${name}`;
      await requirePackage(line.package, id);
      const { initChatModel } = await import('langchain/chat_models/universal');
      const context: ErrorContext = { id, secrets: secretsOf(settings) };
      let structured: StructuredOutput = 'native';
      let form: RemoteModel['form'];
      return {
        id,
        get form() {
          return form;
        },
        async generate(request, { signal } = {}) {
          const chat = await initChatModel(name, {
            modelProvider: line.prefix,
            maxRetries: 0,
            ...line.options(settings),
            ...limitsOf(request, line.limit),
          });
          const ask = (how: StructuredOutput) =>
            callChatModel(chat as unknown as BaseChatModel, request, {
              structured: how,
              context,
              signal,
              timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
            });
          const reply = await ask(structured).catch((error: unknown) => {
            if (structured === 'prompt' || form !== undefined || !(error instanceof ModelError)) throw error;
            // What LangChain cannot parse it throws away; the next reply comes as it is, to be repaired.
            if (error.fault === 'invalid-reply') structured = 'prompt';
            if (error.fault !== 'bad-request') throw error;
            structured = 'prompt';
            return ask(structured);
          });
          form = structured === 'native' ? 'native' : 'none';
          return reply;
        },
      };
    },
  };
}

function limitsOf({ temperature, maxOutputTokens }: ModelRequest, limit: string): Record<string, unknown> {
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { [limit]: maxOutputTokens }),
  };
}

async function requirePackage(name: string, id: string): Promise<void> {
  try {
    await import(name);
  } catch (error) {
    throw new ModelError(
      'missing-package',
      `cannot use ${id}: found no usable package ${name}, expected it beside gapwright. Install it with: npm install ${name}`,
      { cause: error },
    );
  }
}
