import type { ModelRequest } from '../../src/model/index.ts';

/** A small request as the draft layer makes them. */
export function makeRequest(more: Partial<ModelRequest> = {}): ModelRequest {
  return {
    purpose: 'section',
    section: 'roadmap',
    messages: [
      { role: 'system', content: 'You write one section.' },
      { role: 'user', content: 'The facts: none.' },
    ],
    schema: {
      name: 'section_roadmap',
      json: {
        type: 'object',
        properties: { paragraphs: { type: 'array', items: { type: 'string' } } },
        required: ['paragraphs'],
        additionalProperties: false,
      },
    },
    ...more,
  };
}
