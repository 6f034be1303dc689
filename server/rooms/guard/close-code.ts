import { CloseCode } from '@colyseus/core';
import { CLOSE } from '../../../shared/protocol/codes.ts';

const KNOWN: ReadonlySet<number> = new Set([...Object.values(CloseCode), ...Object.values(CLOSE)]);

/** A code that a socket was closed with, as it is counted: anybody may close theirs with any number. */
export const countedCode = (code: number | undefined): string =>
  code !== undefined && KNOWN.has(code) ? String(code) : 'other';
