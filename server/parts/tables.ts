import { GAMES } from '../../shared/games/index.ts';
import { HOSTED_GAMES } from '../games/index.ts';
import { isLookAlike } from '../identity/looks.ts';
import { isRude } from '../identity/names.ts';
import type { ConversationService } from '../rooms/chat/conversation-service.ts';
import { withPorts } from '../rooms/guard/with-ports.ts';
import { GameRoom, type GameRoomPorts } from '../rooms/tables/GameRoom.ts';
import { hasOptions, tableGames } from '../rooms/tables/hosted-game.ts';
import { MatchesOf } from '../rooms/tables/matches-of.ts';
import { NewPasswords } from '../rooms/tables/new-passwords.ts';
import { openTables } from '../rooms/tables/open-tables.ts';
import type { PlayedGame } from '../rooms/tables/past/played-game.ts';
import { Tables } from '../rooms/tables/tables.ts';
import { durableJournal } from '../storage/journal.ts';
import type { Base } from './base.ts';

interface TablesNeed {
  readonly passwords: GameRoomPorts['passwords'] & { hash(password: string): Promise<string> };
  /** Asked only when a table is made: talks know tables, too. */
  talks(): Pick<ConversationService, 'addTalk' | 'dropTalk'>;
  /** Told the match of a game that may be over. */
  finished(match: string, seen: PlayedGame | null): void;
}

/** Tables of every game: how they are found and made, which are open, who sat where, and their room. */
export function tableParts(base: Base, { passwords, talks, finished }: TablesNeed) {
  const { config, storage, clock, entropy, log, guard, topics, rooms } = base;
  const games = tableGames(HOSTED_GAMES, isLookAlike);
  const directory = openTables(storage.documents, GAMES[0].name);
  const matches = new MatchesOf(storage);
  const tables = new Tables({
    rooms,
    games: GAMES,
    hasOptions: (game, options) => hasOptions(games, game, options),
    maxTables: config.limits.maxRooms,
    directory,
    entropy,
    log,
    topics,
    isRude,
    lastCodes: (person) => matches.lastCodes(person),
    addTalk: (setup) => talks().addTalk(setup),
    dropTalk: (setup) => talks().dropTalk(setup),
  });
  const room = withPorts(GameRoom, {
    games,
    journalOf: ({ table }) => durableJournal(table, storage.entries, log, { prefix: 'match' }),
    botPace: config.botPace,
    passwords,
    newPasswords: new NewPasswords(clock, (password) => passwords.hash(password)),
    manners: { isRude },
    clock,
    entropy,
    log,
    guard,
    topics,
    directory: base.directory,
    seated: (table, person) => {
      matches.note(person, table.matchId, clock.now(), table.code).catch((error: unknown) => {
        log.warn({ err: error, matchId: table.matchId }, 'a match is not in the list of a person');
      });
    },
    finished: ({ matchId }, seen) => finished(matchId, seen),
    close: (table) =>
      directory.remove(table).catch((error: unknown) => {
        log.warn(
          { err: error, code: table.code },
          'a closed table stays in the directory until the next start',
        );
      }),
  });
  return { games, directory, matches, tables, room };
}

export type TableParts = ReturnType<typeof tableParts>;
