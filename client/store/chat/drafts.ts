import { firstLetters } from '../letters.ts';

/** A draft of one person in one conversation. */
interface Draft {
  readonly text: string;
  /** When it was last changed, epoch ms. */
  readonly at: number;
}

const PREFIX = 'color-clues:draft:';
/** The most drafts this browser keeps; the oldest go first. */
const MOST_DRAFTS = 50;
/** Letters of one draft that are kept over the end of the page: forty messages. */
const MOST_LETTERS = 20_000;
/** A draft that was not touched for so long is forgotten, ms. */
export const DRAFT_MS = 30 * 24 * 60 * 60_000;

const keyOf = (person: string, conversation: string): string => `${PREFIX}${person}:${conversation}`;

/** What a person typed in a conversation and has not sent, also before the tab was closed; `''` for nothing. */
export function readDraft(person: string, conversation: string, now = Date.now()): string {
  try {
    const draft = parsed(localStorage.getItem(keyOf(person, conversation)));
    return draft && now - draft.at < DRAFT_MS ? draft.text : '';
  } catch {
    return '';
  }
}

/** Keeps what was typed until it is sent or cleared; `''` forgets it. */
export function keepDraft(person: string, conversation: string, text: string, now = Date.now()): void {
  try {
    const key = keyOf(person, conversation);
    if (text === '') {
      localStorage.removeItem(key);
      return;
    }
    const isNew = localStorage.getItem(key) === null;
    localStorage.setItem(key, JSON.stringify({ text: most(text), at: now } satisfies Draft));
    if (isNew) sweep(now);
  } catch {
    // Storage is forbidden or full: the draft lasts as long as the page of the conversation.
  }
}

const most = (text: string): string => (text.length > MOST_LETTERS ? firstLetters(text, MOST_LETTERS) : text);

function sweep(now: number): void {
  const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  const drafts = keys
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ key, at: parsed(localStorage.getItem(key))?.at ?? 0 }))
    .sort((a, b) => b.at - a.at);
  for (const [i, { key, at }] of drafts.entries())
    if (i >= MOST_DRAFTS || now - at >= DRAFT_MS) localStorage.removeItem(key);
}

function parsed(stored: string | null): Draft | null {
  const value: unknown = JSON.parse(stored ?? 'null');
  const { text, at } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Draft>;
  return typeof text === 'string' && typeof at === 'number' ? { text, at } : null;
}
