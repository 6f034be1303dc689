import { MIDDLE_LEVEL } from '../core/bot-level.ts';
import { FIRST_LANGUAGE } from '../core/languages.ts';
import { readEvents, type StoredEvent } from '../core/rules.ts';
import type { TableEvent } from './types.ts';

const readOwn = readEvents<TableEvent<StoredEvent>>({
  tableOpened: true,
  seatTaken: true,
  seatFreed: true,
  botLevelChanged: true,
  personQueued: true,
  personUnqueued: true,
  personRenamed: true,
  renameHeld: true,
  personBanned: true,
  wentAway: true,
  cameBack: true,
  stoodIn: true,
  hostChanged: true,
  optionsChanged: true,
  languageChanged: true,
  seatsOrdered: true,
  personLetBackIn: true,
  lockChanged: true,
  passwordChanged: true,
  paused: true,
  wentOn: true,
  gameOpened: true,
  gameEvent: true,
  gameClosed: true,
  tableClosed: true,
});

/** Reads a stored event of a table; what is inside of a game's event, the game reads. Null when either is unknown. */
export function upcast<E>(
  stored: StoredEvent,
  version: number,
  game: { readonly name: string; upcast(event: StoredEvent, version: number): E | null },
): TableEvent<E> | null {
  const event = readOwn(stored);
  // Before there was a second game, no table said what is played at it; before there were languages, English was spoken.
  if (event?.type === 'tableOpened')
    return { ...event, game: event.game ?? game.name, language: event.language ?? FIRST_LANGUAGE };
  // Before there were levels, all bots played alike.
  if (event?.type === 'seatTaken')
    return { ...event, level: event.level ?? (event.kind === 'bot' ? MIDDLE_LEVEL : null) };
  if (event?.type !== 'gameEvent') return event;
  const inner = game.upcast(event.event, version);
  return inner === null ? null : { type: 'gameEvent', event: inner };
}
