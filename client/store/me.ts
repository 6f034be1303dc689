import { type Signal, signal } from '@preact/signals';
import type { Api, Me, Refusal } from '../net/types.ts';

/** Who this browser is; null until the server has said so. */
export const me: Signal<Me | null> = signal(null);

/** Whose account this browser was logged out of while the page was open; null while it was not. */
export const signedOut: Signal<Me | null> = signal(null);

const RETRY_MS = 3_000;

/** Asks until there is an answer: without one, a name cannot be shown, but playing is tried anyway. */
export async function loadMe(api: Api): Promise<void> {
  for (;;) {
    try {
      me.value = await api.session();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Changes name or marker; resolves to a refusal to be shown, or null. */
export async function renameMe(api: Api, patch: { name?: string; marker?: number }): Promise<Refusal | null> {
  const result = await api.rename(patch);
  if (!result.ok) return result.error;
  me.value = result.value;
  return null;
}
