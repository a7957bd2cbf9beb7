import type { Attributes, Span } from '@opentelemetry/api';
import type { ReportEvent } from '../draft/index.ts';
import { VERSION } from '../version.ts';
import type { Api } from './api.ts';
import { errorTypeOf, known, resultAttributes } from './attributes.ts';
import type { ReportTrace } from './telemetry.ts';
import { type Place, traceModel } from './trace-model.ts';

interface SpanPlace extends Place {
  readonly span: Span;
}

/** Starts the span of a report; the spans of its sections come and go with its events. */
export function traceReport(api: Api): ReportTrace {
  const tracer = api.trace.getTracer('gapwright', VERSION);
  const open = (name: string, context: Place['context'], attributes: Attributes = {}): SpanPlace => {
    const span = tracer.startSpan(name, { attributes }, context);
    return { span, context: api.trace.setSpan(context, span), failure: undefined };
  };
  const report = open('gapwright report', api.context.active());
  const sections = new Map<string, SpanPlace>();
  const placeOf = (section: string) => sections.get(section) ?? report;
  const fail = (span: Span, type: string) => {
    span.setAttribute('error.type', type);
    span.setStatus({ code: api.SpanStatusCode.ERROR });
  };

  return {
    traceModel: (model) => traceModel(api, tracer, model, placeOf),
    follow(event) {
      const { span, failure } = placeOf('section' in event ? event.section : '');
      switch (event.type) {
        case 'report-start':
          span.setAttributes({ 'gapwright.model': event.model, 'gapwright.sections': event.sections.length });
          break;
        case 'section-start': {
          const attributes = { 'gapwright.section': event.section };
          const opened = open(`gapwright section ${event.section}`, report.context, attributes);
          sections.set(event.section, opened);
          break;
        }
        case 'section-end':
          span.setAttributes(resultAttributes(event.sentences, event.usage));
          span.end();
          sections.delete(event.section);
          break;
        case 'report-check':
          span.setAttributes({
            'gapwright.check.errors': event.errors,
            'gapwright.check.warnings': event.warnings,
          });
          break;
        case 'report-end':
          span.setAttributes(resultAttributes(event.sentences, event.usage));
          break;
        default: {
          const told = tell(event, failure);
          if (told) span.addEvent(told.name, known(told.attributes));
        }
      }
    },
    end(error) {
      // Sections that have not ended were stopped, by their own failure or because the report had failed.
      for (const { span, failure } of sections.values()) {
        fail(span, failure ?? 'aborted');
        span.end();
      }
      sections.clear();
      if (error !== undefined) fail(report.span, errorTypeOf(error));
      report.span.end();
    },
  };
}

/** The span event of what happened: rule ids, counts and kinds of errors, no words of anybody. */
function tell(
  event: ReportEvent,
  failure: string | undefined,
): { name: string; attributes: Attributes } | undefined {
  switch (event.type) {
    case 'section-kept':
      return { name: 'gapwright.kept', attributes: { 'gapwright.section': event.section } };
    case 'section-finding':
      return {
        name: 'gapwright.finding',
        attributes: {
          'gapwright.rule': event.finding.rule,
          'gapwright.severity': event.finding.severity,
          'gapwright.round': event.round,
        },
      };
    case 'section-mended':
      return { name: 'gapwright.mended', attributes: { 'gapwright.mendings': event.mended.length } };
    case 'section-repair':
      return {
        name: 'gapwright.repair',
        attributes: { 'gapwright.round': event.round, 'gapwright.sentences': event.sentences },
      };
    case 'section-fallback':
      return {
        name: 'gapwright.fallback',
        attributes: { 'gapwright.sentences': event.sentences, 'error.type': failure },
      };
    case 'call-retry':
      return {
        name: 'gapwright.retry',
        attributes: {
          'gapwright.attempt': event.attempt,
          'gapwright.delay_seconds': event.delaySeconds,
          'error.type': errorTypeOf(event.error),
        },
      };
    case 'call-wait':
      if (event.seconds === 0) return undefined;
      return { name: 'gapwright.wait', attributes: { 'gapwright.wait_seconds': event.seconds } };
    default:
      return undefined;
  }
}
