import { parseMarkup, plainText } from '../../../../shared/chat/markup.ts';
import { firstWords } from '../../../../shared/chat/text.ts';
import type { ConversationEvent, ConversationState, Message } from '../../../../shared/chat/types.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import type { History } from './history.ts';
import type { Head } from './records.ts';

/** Characters of the first words that lists show. */
const PREVIEW = 80;
/** Messages that a head knows one by one: one more than a badge counts. */
const KNOWN = 100;
/** With fewer than these it looks for older ones, if there are any. */
const FEW = 60;
/** Pages that it looks through for them. */
const MAX_PAGES = 10;

export const NO_HEAD: Head = {
  kind: 'public',
  title: '',
  seq: 0,
  no: 0,
  at: 0,
  author: '',
  shownAs: '',
  preview: '',
  previewOf: 0,
  standing: [],
  standingFrom: 0,
  pair: [],
};

/**
 * How many messages after `readNo` stand: those that were deleted do not count, nor those of authors who are `not`
 * counted. Exact up to 99, which is as far as a badge goes.
 */
export function unreadIn(
  { no, standing }: Head,
  readNo: number,
  isCounted: (author: string) => boolean = () => true,
): number {
  if (standing === null) return Math.max(0, no - readNo);
  return standing.filter((each) => each.no > readNo && isCounted(each.author)).length;
}

/** Whether the message of this entry was not taken back, as far as a head knows. */
export const stands = ({ standing, standingFrom }: Head, seq: number): boolean =>
  standing === null || seq <= standingFrom || standing.some((each) => each.seq === seq);

/** The head after an entry, as far as it can be known without looking; `mended` looks up the rest. */
export function headAfter(head: Head, entry: Entry<ConversationEvent>, state: ConversationState): Head {
  const base: Head = {
    ...head,
    kind: state.kind ?? head.kind,
    title: state.settings.title,
    seq: entry.seq,
    pair: state.kind === 'direct' ? [...state.members.keys()] : [],
  };
  return entry.events.reduce<Head>((before, event) => withEvent(before, event, entry.seq), base);
}

function withEvent(head: Head, event: ConversationEvent, seq: number): Head {
  const standing = head.standing ?? [];
  switch (event.type) {
    case 'posted': {
      // What is kept from some until the reveal is neither shown nor counted.
      if (event.message.audience !== 'all') return head;
      const { no, author } = event.message;
      const known = [...standing, { seq, no, author }];
      const oldest = known.length > KNOWN ? known[0] : undefined;
      return {
        ...head,
        no,
        ...shown({ ...event.message, seq }),
        standing: head.standing && known.slice(-KNOWN),
        standingFrom: oldest?.seq ?? head.standingFrom,
      };
    }
    case 'edited':
      return event.target === head.previewOf ? { ...head, previewOf: 0 } : head;
    case 'deleted':
      return { ...head, standing: head.standing && standing.filter((each) => each.seq !== event.target) };
    case 'memberErased':
      return {
        ...head,
        standing: head.standing && standing.filter((each) => each.author !== event.person),
      };
    default:
      return head;
  }
}

/** What lists show of the newest message. */
function shown(message: Message): Pick<Head, 'at' | 'author' | 'preview' | 'previewOf'> {
  const { seq, at, author, text, card } = message;
  const words = firstWords(plainText(parseMarkup(text, [])), PREVIEW) || (card ? card.name : '');
  return { at, author, preview: words, previewOf: seq };
}

/**
 * The head with what was deleted or edited taken into account: the preview is of the newest message that stands, as it
 * stands, and enough of the standing messages are known. May reject with `Unavailable`.
 */
export async function mended(id: string, head: Head, history: History): Promise<Head> {
  const isShort = head.standing === null || (head.standing.length < FEW && head.standingFrom > 0);
  const known = isShort ? { ...head, ...(await lookUp(id, head.seq, history)) } : head;
  const newest = known.standing?.at(-1)?.seq ?? 0;
  if (newest === known.previewOf) return known;
  const message = newest === 0 ? null : await history.message(id, newest);
  if (!message) return { ...known, author: '', shownAs: '', preview: '', previewOf: 0 };
  return { ...known, ...shown(message) };
}

/** The newest messages that stand, up to entry `upTo`. */
async function lookUp(
  id: string,
  upTo: number,
  history: History,
): Promise<Pick<Head, 'standing' | 'standingFrom'>> {
  const found: { seq: number; no: number; author: string }[] = [];
  let before = upTo + 1;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const { messages, hasMore } = await history.before(id, before);
    const here = messages.filter(({ deletedBy, audience }) => deletedBy === '' && audience === 'all');
    found.unshift(...here.map(({ seq, no, author }) => ({ seq, no, author })));
    const standing = found.slice(-KNOWN);
    const [oldest] = standing;
    if (oldest && found.length >= KNOWN) return { standing, standingFrom: oldest.seq - 1 };
    before = messages[0]?.seq ?? 0;
    if (!hasMore || before === 0) break;
  }
  return { standing: found, standingFrom: 0 };
}
