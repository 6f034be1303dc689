import { conversation } from '../../shared/chat/conversation.ts';
import { postedMessage, targetOf, withChange } from '../../shared/chat/messages.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationKind,
  ConversationSettings,
  ConversationState,
  Membership,
  Message,
  Speaker,
  Target,
} from '../../shared/chat/types.ts';
import { type PlayerId, playerId } from '../../shared/core/ids.ts';
import type { Actor, Rejection, TimeUp } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';

type PersonalCommand = Extract<ConversationCommand, { readonly by: Speaker }>;
/** A command without who gives it. */
export type Wish = PersonalCommand extends infer C
  ? C extends PersonalCommand
    ? Omit<C, 'by'>
    : never
  : never;

export const SETTINGS: ConversationSettings = {
  title: 'Colors',
  topic: '',
  language: '',
  slowModeSeconds: 0,
  hasWordFilter: false,
};

export const speaker = (name: string): Speaker => ({
  id: playerId(name),
  isNamed: !name.startsWith('guest'),
  isOperator: name.startsWith('operator'),
});

/**
 * A conversation driven by hand, with the messages that a store would keep. Ids of people are their names; `guest…` has
 * chosen none, `operator…` looks after the server. A refusal is returned as its code.
 */
export class ConversationScript {
  state: ConversationState = conversation.initial;
  now = 1_000_000;
  readonly events: ConversationEvent[] = [];
  readonly messages = new Map<number, Message>();
  refusal: Rejection | null = null;
  #seq = 0;
  #changes = new Map<number, number>();
  readonly #rng = seededRng(1);

  tell(command: ConversationCommand | TimeUp, by: Actor = { kind: 'system' }): string {
    const decided = conversation.decide(this.state, by, command, { now: this.now, rng: this.#rng });
    this.refusal = decided.ok ? null : decided.error;
    if (!decided.ok) return decided.error.code;
    this.#seq += 1;
    for (const event of decided.value) this.#apply(event);
    return 'ok';
  }

  as(name: string, wish: Wish): string {
    return this.tell({ ...wish, by: speaker(name) } as PersonalCommand);
  }

  open(kind: ConversationKind, names: string, { trusted = '', ...settings }: Opening = {}): string {
    return this.tell({
      type: 'open',
      kind,
      members: people(names),
      trusted: people(trusted),
      settings: { ...SETTINGS, ...settings },
    });
  }

  say(name: string, text = 'hi', more: Partial<Extract<Wish, { type: 'post' }>> = {}): string {
    return this.as(name, { type: 'post', text, ...PLAIN, ...more });
  }

  edit(
    name: string,
    seq: number,
    text = 'better',
    more: Partial<Extract<Wish, { type: 'edit' }>> = {},
  ): string {
    return this.as(name, { type: 'edit', target: this.target(seq), text, ...UNREMARKABLE, ...more });
  }

  /** What is done to a message by one of the commands that need nothing else. */
  touch(name: string, type: 'delete' | 'pin' | 'unpin', seq = this.last): string {
    return this.as(name, { type, target: this.target(seq) });
  }

  react(name: string, emoji = '👍', seq = this.last, type: 'react' | 'unreact' = 'react'): string {
    return this.as(name, { type, target: this.target(seq), emoji });
  }

  /** The `seq` of the newest message, 0 for none. */
  get last(): number {
    return [...this.messages.keys()].at(-1) ?? 0;
  }

  message(seq = this.last): Message {
    const message = this.messages.get(seq);
    if (!message) throw new Error(`no message ${seq}`);
    return message;
  }

  target(seq = this.last): Target {
    return targetOf(this.message(seq), this.#changes.get(seq));
  }

  member(name: string): Membership | undefined {
    return this.state.members.get(playerId(name));
  }

  /** Everybody remembered, as `name role standing`, members without their role. */
  get people(): string[] {
    return [...this.state.members.values()].map(({ id, role, standing }) =>
      role === 'member' ? `${id} ${standing}` : `${id} ${role} ${standing}`,
    );
  }

  #apply(event: ConversationEvent): void {
    this.state = conversation.evolve(this.state, event);
    this.events.push(event);
    if (event.type === 'posted') this.messages.set(this.#seq, postedMessage(this.#seq, event));
    if (!('target' in event)) return;
    this.messages.set(event.target, withChange(this.message(event.target), event));
    this.#changes.set(event.target, (this.#changes.get(event.target) ?? 0) + 1);
  }
}

type Opening = Partial<ConversationSettings> & { readonly trusted?: string };

const UNREMARKABLE = { mentions: [], hasLink: false, isRude: false } as const;
const PLAIN = { ...UNREMARKABLE, replyTo: null, card: null, audience: 'all' } as const;

/** Ids from names with spaces between them. */
export const people = (names: string): PlayerId[] => (names === '' ? [] : names.split(' ').map(playerId));

/** A conversation that is open. */
export function opened(kind: ConversationKind, names: string, opening: Opening = {}): ConversationScript {
  const script = new ConversationScript();
  const result = script.open(kind, names, opening);
  if (result !== 'ok') throw new Error(`not opened: ${result}`);
  return script;
}
