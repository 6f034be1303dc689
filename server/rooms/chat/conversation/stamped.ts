import type { Audience } from '../../../../shared/chat/audience.ts';
import { mayInvite } from '../../../../shared/chat/membership.ts';
import { cleanLine, cleanText, hasLink, isEmoji } from '../../../../shared/chat/text.ts';
import type {
  ConversationCommand,
  ConversationState,
  Speaker,
  TableCard,
  Target,
} from '../../../../shared/chat/types.ts';
import { type PlayerId, playerId } from '../../../../shared/core/ids.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { Rejection } from '../../../../shared/core/rules.ts';
import type { ChatWish } from '../../../../shared/protocol/chat.ts';
import type { Approach } from '../relations.ts';

/** What the server knows beyond a wish and the state of its conversation. May reject with `Unavailable`. */
export interface Stamps {
  isRude(text: string): boolean;
  /** A table that people can join now, or null. */
  tableCard(code: string): Promise<TableCard | null>;
  target(conversation: string, seq: number): Promise<Target | null>;
  areApart(a: string, b: string): Promise<boolean>;
  approach(from: string, person: string, conversation: string): Promise<Result<Approach, Rejection>>;
}

/**
 * A wish as a command: cleaned, and with everything that only the server may say. Only people who are shown in the
 * conversation can be mentioned.
 */
export async function stamped(
  wish: ChatWish,
  by: Speaker,
  conversation: string,
  state: ConversationState,
  here: { isShown(person: string): boolean; readonly audience: Audience },
  stamps: Stamps,
): Promise<Result<ConversationCommand, Rejection>> {
  const targetOf = async (seq: number): Promise<Result<Target, Rejection>> => {
    const target = await stamps.target(conversation, seq);
    return target ? ok(target) : err({ code: 'no_message' });
  };
  const written = (raw: string, mentions: readonly string[]): Result<Written, Rejection> => {
    const text = cleanText(raw);
    if (!text.ok) return text;
    const known = mentions.map(playerId).filter((id) => id !== by.id && here.isShown(id));
    return ok({
      text: text.value,
      mentions: [...new Set(known)],
      hasLink: hasLink(text.value),
      isRude: stamps.isRude(text.value),
    });
  };

  switch (wish.type) {
    case 'post': {
      const { replyTo } = wish;
      const card = wish.table === null ? null : await stamps.tableCard(wish.table);
      if (wish.table !== null && !card) return err({ code: 'table_closed' });
      const parts = card && wish.text.trim() === '' ? ok(WORDLESS) : written(wish.text, wish.mentions);
      if (!parts.ok) return parts;
      if (await isBlocked(by, state, stamps)) return err({ code: 'blocked' });
      return ok({ type: 'post', by, replyTo, card, audience: here.audience, ...parts.value });
    }
    case 'edit': {
      const target = await targetOf(wish.target);
      if (!target.ok) return target;
      const parts = written(wish.text, wish.mentions);
      if (!parts.ok) return parts;
      if (await isBlocked(by, state, stamps)) return err({ code: 'blocked' });
      return ok({ type: 'edit', by, target: target.value, ...parts.value });
    }
    case 'react':
    case 'unreact': {
      if (!isEmoji(wish.emoji)) return err({ code: 'bad_emoji' });
      const target = await targetOf(wish.target);
      if (!target.ok) return target;
      if (wish.type === 'react' && (await isBlocked(by, state, stamps))) return err({ code: 'blocked' });
      return ok({ type: wish.type, by, target: target.value, emoji: wish.emoji });
    }
    case 'delete':
    case 'pin':
    case 'unpin': {
      const target = await targetOf(wish.target);
      return target.ok ? ok({ type: wish.type, by, target: target.value }) : target;
    }
    case 'invite': {
      const command = { ...wish, by, person: playerId(wish.person), isTrusted: false };
      // Nobody is bothered by a wish that is refused anyway.
      if (!mayInvite(state, by, command.person)) return ok(command);
      const approach = await stamps.approach(by.id, command.person, conversation);
      return approach.ok ? ok({ ...command, ...approach.value }) : approach;
    }
    case 'configure': {
      const { title, topic } = wish.settings;
      const cleaned = {
        ...wish.settings,
        ...(title !== undefined && { title: cleanLine(title) }),
        ...(topic !== undefined && { topic: cleanLine(topic) }),
      };
      if (cleaned.title === '') return err({ code: 'empty_text' });
      if (stamps.isRude(`${title ?? ''} ${topic ?? ''}`)) return err({ code: 'rude_words' });
      return ok({ type: 'configure', by, settings: cleaned });
    }
    case 'kick':
      return ok({ ...wish, by, person: playerId(wish.person) });
    case 'ban':
      return ok({ ...wish, by, person: playerId(wish.person) });
    case 'unban':
      return ok({ ...wish, by, person: playerId(wish.person) });
    case 'mute':
      return ok({ ...wish, by, person: playerId(wish.person) });
    case 'setRole':
      return ok({ ...wish, by, person: playerId(wish.person) });
    default:
      return ok({ ...wish, by });
  }
}

interface Written {
  readonly text: string;
  readonly mentions: readonly PlayerId[];
  readonly hasLink: boolean;
  readonly isRude: boolean;
}
const WORDLESS: Written = { text: '', mentions: [], hasLink: false, isRude: false };

/** Whether one of the two people of a direct talk blocked the other. */
async function isBlocked(
  by: Speaker,
  { kind, members }: ConversationState,
  stamps: Stamps,
): Promise<boolean> {
  if (kind !== 'direct') return false;
  const other = [...members.keys()].find((id) => id !== by.id);
  return other !== undefined && stamps.areApart(by.id, other);
}
