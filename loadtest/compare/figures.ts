import {
  BYTES_PER_DELIVERY,
  CPU_PER_DELIVERY,
  CPU_PER_IDLE_PERSON,
  CPU_PER_JOIN,
  type Figure,
  MEMORY_PER_PERSON,
  MEMORY_WHEN_EMPTY,
  PEOPLE_AT_MOST,
  PEOPLE_PER_CORE,
} from '../report/costs.ts';

/** How long an operation took, ms. */
const times = (operation: string): Figure[] => [
  { name: `${operation}, p50`, unit: 'ms', of: ({ totals }) => totals.took[operation]?.p50Ms ?? null },
  { name: `${operation}, p99`, unit: 'ms', of: ({ totals }) => totals.took[operation]?.p99Ms ?? null },
];

const GAMES = [CPU_PER_DELIVERY, BYTES_PER_DELIVERY, ...times('move seen'), ...times('move answered')];
const WATCHED = [...GAMES, ...times('move watched')];
const CHAT = [CPU_PER_DELIVERY, BYTES_PER_DELIVERY, ...times('message seen'), ...times('message answered')];
const IDLE = [MEMORY_PER_PERSON, CPU_PER_IDLE_PERSON, MEMORY_WHEN_EMPTY];

/**
 * What is held against each other by scenario; no other scenario can be compared. Costs come first: they depend least on
 * what else the machine does.
 */
export const COMPARED: Readonly<Record<string, readonly Figure[]>> = {
  game: GAMES,
  'second-game': GAMES,
  spectators: WATCHED,
  chat: CHAT,
  lobby: CHAT,
  'lobby-bare': CHAT,
  'join-storm': [CPU_PER_JOIN, ...times('join')],
  idle: IDLE,
  'idle-tables': IDLE,
  'find-limit': [PEOPLE_PER_CORE, PEOPLE_AT_MOST],
};
