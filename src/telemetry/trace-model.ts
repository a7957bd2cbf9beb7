import type { Context, Tracer } from '@opentelemetry/api';
import type { Model, ModelRequest } from '../model/index.ts';
import type { Api } from './api.ts';
import { failureAttributes, replyAttributes, requestAttributes } from './attributes.ts';
import { splitModelId } from './provider-names.ts';

/** Where calls belong. */
export interface Place {
  readonly context: Context;
  /** The `error.type` of the last call, where it failed. */
  failure: string | undefined;
}

/**
 * The same model, each of whose calls is a client span at its section's place. The span is active while the call runs,
 * so that spans of an instrumented HTTP client lie beneath it.
 */
export function traceModel(
  { context, trace, SpanKind, SpanStatusCode }: Api,
  tracer: Tracer,
  model: Model,
  placeOf: (section: string) => Place,
): Model {
  const name = `chat ${splitModelId(model.id).model}`;
  return {
    id: model.id,
    async generate(request, options = {}) {
      const place = placeOf(request.section);
      const attributes = requestAttributes(model.id, request);
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, place.context);
      place.failure = undefined;
      const onFirstDelta = (seconds: number) =>
        span.setAttributes({
          'gen_ai.request.stream': true,
          'gen_ai.response.time_to_first_chunk': seconds,
        });
      try {
        const reply = await context.with(trace.setSpan(place.context, span), () =>
          model.generate(timeFirstDelta(request, onFirstDelta), options),
        );
        span.setAttributes(replyAttributes(reply));
        return reply;
      } catch (error) {
        const failure = failureAttributes(error);
        place.failure = String(failure['error.type']);
        span.setAttributes(failure);
        // Without a description and without the exception: both hold the message, which may quote the prompt.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}

/** That a model streams is known by its first piece: being asked to is not yet doing so. */
function timeFirstDelta(request: ModelRequest, onFirst: (seconds: number) => void): ModelRequest {
  const { onDelta } = request;
  if (onDelta === undefined) return request;
  const start = performance.now();
  let isFirst = true;
  return {
    ...request,
    onDelta(text) {
      if (isFirst) onFirst((performance.now() - start) / 1000);
      isFirst = false;
      onDelta(text);
    },
  };
}
