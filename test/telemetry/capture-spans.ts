import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

/** An SDK of this process that keeps spans in memory. */
export function registerSdk() {
  const exporter = new InMemorySpanExporter();
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  return {
    spans: () => exporter.getFinishedSpans(),
    reset: () => exporter.reset(),
    unregister() {
      trace.disable();
      context.disable();
    },
  };
}

/** Spans by what they are about: the names as a tree, each with its children in the order of their starts. */
export interface Tree {
  span: ReadableSpan;
  children: Tree[];
}

export function treesOf(spans: readonly ReadableSpan[]): Tree[] {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  const parentOf = (span: ReadableSpan) => span.parentSpanContext?.spanId;
  const start = ({ startTime: [seconds, nanos] }: ReadableSpan) => seconds * 1e9 + nanos;
  const under = (parent: string | undefined): Tree[] =>
    spans
      .filter((span) => {
        const own = parentOf(span);
        return parent === undefined ? own === undefined || !ids.has(own) : own === parent;
      })
      .sort((a, b) => start(a) - start(b))
      .map((span) => ({ span, children: under(span.spanContext().spanId) }));
  return under(undefined);
}

/** The names alone. */
export function namesOf(trees: readonly Tree[]): unknown[] {
  return trees.map(({ span, children }) =>
    children.length === 0 ? span.name : [span.name, ...namesOf(children)],
  );
}

/** Every text that the spans hold. */
export function textOf(spans: readonly ReadableSpan[]): string {
  return JSON.stringify(
    spans.map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links })),
  );
}
