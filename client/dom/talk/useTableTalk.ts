import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { withMessages } from '../../i18n/messages.ts';
import type { Talk } from '../../store/chat/talk.ts';
import type { Sitting } from '../../store/sitting.ts';

/** The code of the talk comes this long after the table was first drawn, ms. */
const START_MS = 800;

/** The talk of a table with the code to show it; null until it is loaded. */
export interface TableTalk {
  readonly talk: Talk;
  /** Ids of people whom the viewer has blocked. */
  readonly blocked: ReadonlySignal<ReadonlySet<string>>;
  readonly Inset: typeof import('./inset.tsx')['Inset'];
}

/** Opens the talk of a table once the table itself is drawn, and closes it with the table. */
export function useTableTalk(sitting: Sitting): ReadonlySignal<TableTalk | null> {
  const opened = useSignal<TableTalk | null>(null);
  useSignalEffect(() => {
    const conversation = sitting.connection.talk.value;
    if (conversation === null || opened.peek()) return;
    const timer = setTimeout(async () => {
      const { blockedPeople, Inset, openTalk } = await withMessages(import('./inset.tsx'));
      opened.value ??= { talk: openTalk(conversation), blocked: blockedPeople(), Inset };
    }, START_MS);
    return () => clearTimeout(timer);
  });
  useEffect(() => () => opened.peek()?.talk.link.close(), [opened]);
  return opened;
}
