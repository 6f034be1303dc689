import type { PlayerId } from '../core/ids.ts';
import type { Rejection } from '../core/rules.ts';
import { refuse } from './codes.ts';
import { evolveConversation, isMuted } from './state.ts';
import type {
  ConversationCommand,
  ConversationEvent,
  ConversationState,
  Membership,
  Role,
  Speaker,
  Standing,
} from './types.ts';

/** One kind of command. */
export type Command<T extends ConversationCommand['type']> = Extract<
  ConversationCommand,
  { readonly type: T }
>;

/** Why a step of a decision is not possible, or null. */
export type Step = Rejection | null;

/** A decision in the making: later steps see what earlier ones did. Facts are applied when somebody looks: most are the last. */
export class Draft {
  readonly now: number;
  readonly events: ConversationEvent[] = [];
  #state: ConversationState;
  /** So many of the facts are in the state. */
  #applied = 0;

  constructor(state: ConversationState, now: number) {
    this.#state = state;
    this.now = now;
  }

  get state(): ConversationState {
    for (; this.#applied < this.events.length; this.#applied++)
      this.#state = evolveConversation(this.#state, this.events[this.#applied]!);
    return this.#state;
  }

  add(event: ConversationEvent): void {
    this.events.push(event);
  }

  member(id: PlayerId): Membership | undefined {
    return this.state.members.get(id);
  }

  isActive(id: PlayerId): boolean {
    return this.member(id)?.standing === 'active';
  }

  /** Whether this person takes part or was asked to. */
  isInside(id: PlayerId): boolean {
    const standing = this.member(id)?.standing;
    return standing === 'active' || standing === 'asked';
  }

  /** Changes a membership, or begins one. */
  change(id: PlayerId, by: PlayerId | '', to: Partial<Omit<Membership, 'id' | 'joinedAt'>>): void {
    const before = this.member(id) ?? {
      id,
      role: 'member',
      standing: 'left',
      joinedAt: this.now,
      mutedUntil: 0,
    };
    this.add({ type: 'memberChanged', member: { ...before, ...to }, by });
  }

  /** Somebody takes part from now on. A group that nobody owns is theirs. */
  activate(id: PlayerId, by: PlayerId | ''): void {
    const isOrphan = this.state.kind === 'group' && this.owner === undefined;
    this.change(id, by, isOrphan ? { standing: 'active', role: 'owner' } : { standing: 'active' });
  }

  /** Somebody takes part no more, and has no say when they come back. What an owner leaves behind goes to an heir. */
  dismiss(id: PlayerId, by: PlayerId | '', standing: Exclude<Standing, 'active' | 'asked'>): void {
    const wasOwner = this.owner?.id === id;
    const member = this.member(id);
    const mutedUntil = member && isMuted(member, this.now) ? member.mutedUntil : 0;
    const ban = standing === 'banned' ? { bannedBy: by } : {};
    this.change(id, by, { standing, role: 'member', mutedUntil, ...ban });
    if (wasOwner) this.handOver(id);
  }

  /** The moderator who has been here longest becomes owner, else such a member; nobody if there is none. */
  handOver(from: PlayerId): void {
    const heirs = [...this.state.members.values()].filter(
      ({ id, standing, role }) => standing === 'active' && role !== 'owner' && id !== from,
    );
    heirs.sort((a, b) => RANKS[b.role] - RANKS[a.role] || a.joinedAt - b.joinedAt);
    if (heirs[0]) this.change(heirs[0].id, '', { role: 'owner' });
  }

  get owner(): Membership | undefined {
    for (const member of this.state.members.values()) if (member.role === 'owner') return member;
    return undefined;
  }
}

/** A higher number may act on a lower one. 0 is for people who do not take part. */
const RANKS: Readonly<Record<Role, number>> = { member: 1, moderator: 2, owner: 3 };
/** May do what an owner may, also to an owner. */
const OPERATOR_RANK = 4;

const rankOfPerson = (draft: Draft, id: PlayerId): number => {
  const member = draft.member(id);
  return member?.standing === 'active' ? RANKS[member.role] : 0;
};

const rankOf = (draft: Draft, by: Speaker): number =>
  by.isOperator ? OPERATOR_RANK : rankOfPerson(draft, by.id);

/** Whether this person has at least this role here; an operator has every role. */
export const hasRole = (draft: Draft, by: Speaker, role: Role): boolean => rankOf(draft, by) >= RANKS[role];

export const isAbove = (draft: Draft, by: Speaker, person: PlayerId): boolean =>
  rankOf(draft, by) > rankOfPerson(draft, person);

/** Refuses whoever has less than this role. */
export function needRole(draft: Draft, by: Speaker, role: Role): Step {
  if (hasRole(draft, by, role)) return null;
  if (draft.member(by.id)?.standing === 'banned') return refuse('banned');
  return refuse(draft.isActive(by.id) || draft.state.kind === 'table' ? 'not_allowed' : 'not_member');
}
