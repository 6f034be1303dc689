import { type ReadonlySignal, signal } from '@preact/signals';
import type { AddressAnswer } from '../../shared/protocol/http.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const found = signal<string | null>(null);
const onlyHere = signal(false);

/** Whether nobody else can open a link to this server. */
export const isOnlyHere: ReadonlySignal<boolean> = onlyHere;

/** The origin to put into links: one that friends can open, if there is any. */
export const sharedOrigin = (): string => found.value ?? location.origin;

/** Whoever plays on the machine of the server sees it under a name that nobody else can use: asks for a better one. */
export async function findSharedOrigin(): Promise<void> {
  if (!LOOPBACK.test(location.hostname)) return;
  try {
    const response = await fetch('/api/address');
    if (!response.ok) return;
    const { origin } = (await response.json()) as AddressAnswer;
    found.value = origin;
    onlyHere.value = origin === null || LOOPBACK.test(new URL(origin).hostname);
  } catch {
    // Without an answer the address of this page is the best there is.
  }
}
