import { type Schema, StateView } from '@colyseus/schema';

/** A client as far as it can be shown something. */
export interface Shown {
  view?: StateView | undefined;
}

/**
 * Shows a secret to one client, or takes the view away when there is none. A client without a view rides the buffer
 * that everybody shares; one view is never shared by two clients (it would lose grants).
 */
export function showSecret(client: Shown, secret: Schema | null): void {
  if (secret !== null && client.view?.has(secret)) return;
  client.view?.dispose();
  client.view = undefined;
  if (secret === null) return;
  client.view = new StateView();
  client.view.add(secret);
}
