import { createHash } from 'node:crypto';

/** Names a request: by whose report it is for, what it asks, and how many equal ones of the report were answered before. */
export function keyOfRequest(scope: string, endpoint: string, body: string, answered: number): string {
  return createHash('sha256')
    .update(JSON.stringify([scope, endpoint, body, answered]))
    .digest('hex');
}
