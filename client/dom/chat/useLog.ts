import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Talk } from '../../store/chat/talk.ts';
import { LogScroll } from './LogScroll.ts';

/** The reader's place in the messages of a conversation, for the component that draws them. */
export function useLog(talk: Talk): LogScroll {
  const log = useMemo(() => new LogScroll(talk), [talk]);
  useLayoutEffect(() => log.attach(), [log]);
  useLayoutEffect(() => log.settle());
  return log;
}
