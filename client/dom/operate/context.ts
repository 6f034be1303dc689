import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { OperatorAction } from '../../../shared/protocol/operate.ts';
import type { OpenOperate } from '../../net/operate.ts';

/** Something that is about to be done, when it was asked about. */
export interface Wish {
  readonly action: OperatorAction;
  /** Who it is done to. */
  readonly whom?: string;
  readonly onDone?: () => void;
}

interface Operating {
  readonly room: OpenOperate;
  /** Asks about it once, then does it. */
  wish(wish: Wish): void;
}

export const OperateContext = createContext<Operating | null>(null);

export function useOperate(): Operating {
  const operating = useContext(OperateContext);
  if (!operating) throw new Error('not on the page of operators');
  return operating;
}

interface Looked<T> {
  /** Null until there is an answer. */
  readonly value: T | null;
  /** Why there is none; `''` for no reason. */
  readonly refusal: string;
  /** Looks again. */
  again(): void;
}

/** How long whoever types may pause before it is looked up, ms. */
const TYPING_MS = 200;

/** What the room answers; looked up again when the question, or the list it is about, is another one. */
export function useLook<T>(type: string, payload: object | null, list = ''): Looked<T> {
  const { room } = useOperate();
  const [answer, setAnswer] = useState<{ value: T | null; refusal: string }>({ value: null, refusal: '' });
  const [times, setTimes] = useState(0);
  const revision = list === '' ? 0 : (room.revisions.value[list] ?? 0);
  const question = JSON.stringify(payload);
  useEffect(() => {
    if (payload === null) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const found = await room.look<T>(type, payload);
      if (isOver) return;
      setAnswer(
        found.ok ? { value: found.value, refusal: '' } : { value: null, refusal: found.error.message },
      );
    }, TYPING_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [type, question, revision, times]);
  return { ...answer, again: () => setTimes((count) => count + 1) };
}
