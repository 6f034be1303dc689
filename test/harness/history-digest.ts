import { createHash } from 'node:crypto';

/** A short name for a view: the same for equal views, whatever the order of their fields. */
export function digestOf(view: unknown): string {
  return createHash('sha256').update(JSON.stringify(view, inOrder)).digest('base64url').slice(0, 16);
}

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
