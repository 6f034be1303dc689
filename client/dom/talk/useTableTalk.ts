import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Talk } from '../../store/chat/talk.ts';
import { isRoundRunning } from '../../store/faces.ts';
import type { Sitting } from '../../store/sitting.ts';

/** The code of the talk comes this long after the table was first drawn, ms. */
const START_MS = 800;

/** The talk of a table with the code to show it; null until it is loaded. */
export interface TableTalk {
  readonly talk: Talk;
  readonly Inset: typeof import('./inset.tsx')['Inset'];
}

/** Opens the talk of a table once the table itself is drawn, and closes it with the table. */
export function useTableTalk(sitting: Sitting): ReadonlySignal<TableTalk | null> {
  const opened = useSignal<TableTalk | null>(null);
  useSignalEffect(() => {
    const conversation = sitting.connection.talk.value;
    if (conversation === null || opened.peek()) return;
    const timer = setTimeout(async () => {
      const { Inset, openTalk } = await import('./inset.tsx');
      opened.value ??= { talk: openTalk(conversation), Inset };
    }, START_MS);
    return () => clearTimeout(timer);
  });
  useSignalEffect(() => {
    const talk = opened.value?.talk;
    if (!talk) return;
    const { messages } = talk.link;
    const isKept = isRoundRunning(sitting.connection.view.value);
    if (!isKept) talk.keptFrom.value = null;
    // The messages of before are known once the talk is there.
    else if (talk.link.info.value) talk.keptFrom.value ??= messages.peek().at(-1)?.seq ?? 0;
    else talk.keptFrom.value = null;
  });
  useEffect(() => () => opened.peek()?.talk.link.close(), [opened]);
  return opened;
}
