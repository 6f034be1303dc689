import { type Signal, signal } from '@preact/signals';
import type { ChatConnection, ChatWish } from '../../net/chat-types.ts';

/** Which part a refusal belongs to, so that it speaks where it happened. */
export type Place = 'composer' | 'edit' | 'log' | 'dialog';

/** What is open over a conversation. */
export type Open =
  | { readonly type: 'about' }
  | { readonly type: 'settings' }
  | { readonly type: 'person'; readonly id: string }
  | { readonly type: 'react'; readonly seq: number }
  | { readonly type: 'message'; readonly seq: number }
  | { readonly type: 'report'; readonly seq: number };

/** One tab in one conversation: the connection, and what this person is about to do. */
export interface Talk {
  readonly conversation: string;
  readonly link: ChatConnection;
  /** It is the page, not a part of one: the composer has the focus from the beginning. */
  readonly isPage: boolean;
  /** `seq` of the message that is answered by the next one. */
  readonly replyTo: Signal<number | null>;
  /** `seq` of the own message that is being edited. */
  readonly editing: Signal<number | null>;
  /** `seq` of the message whose buttons are shown. */
  readonly active: Signal<number | null>;
  /** `seq` of the message that was gone to, drawn attention to for a moment. */
  readonly shown: Signal<number | null>;
  /** `seq` of a message to be scrolled to, once. */
  readonly goTo: Signal<number | null>;
  /** The "New" line stands after this `no`; null for no line. */
  readonly newAfter: Signal<number | null>;
  readonly open: Signal<Open | null>;
  /** The list of people is open. */
  readonly hasMembers: Signal<boolean>;
  readonly refusal: Signal<{ readonly place: Place; readonly message: string } | null>;
  /** Text to put into the composer at its caret, once. */
  readonly insert: Signal<string>;
  /** The composer had the focus when the screen around it was exchanged just now. */
  isWriting: boolean;
  /** Asks for something; resolves to whether it was done. A refusal is shown at `place`. */
  ask(wish: Exclude<ChatWish, { type: 'post' }>, place: Place): Promise<boolean>;
}

/** Opens a conversation over a connection. */
export function talkOver(conversation: string, link: ChatConnection, isPage = true): Talk {
  const refusal: Talk['refusal'] = signal(null);
  return {
    conversation,
    link,
    isPage,
    replyTo: signal(null),
    editing: signal(null),
    active: signal(null),
    shown: signal(null),
    goTo: signal(null),
    newAfter: signal(null),
    open: signal(null),
    hasMembers: signal(false),
    refusal,
    insert: signal(''),
    isWriting: false,
    async ask(wish, place) {
      refusal.value = null;
      const result = await link.ask(wish);
      if (!result.ok && result.error.code !== 'no_change')
        refusal.value = { place, message: result.error.message };
      return result.ok;
    },
  };
}
