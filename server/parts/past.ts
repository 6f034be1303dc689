import { GAMES } from '../../shared/games/index.ts';
import type { Identities } from '../identity/identities.ts';
import { FinishedGames } from '../rooms/tables/past/finished-games.ts';
import { MetPeople } from '../rooms/tables/past/met.ts';
import { forgetGames, Past, type PastPorts } from '../rooms/tables/past/past.ts';
import { PersonalGames } from '../rooms/tables/past/personal-games.ts';
import { Ranked } from '../rooms/tables/past/ranked.ts';
import { Recorder } from '../rooms/tables/past/recorder.ts';
import { Replays } from '../rooms/tables/past/replays.ts';
import type { Base } from './base.ts';
import type { TableParts } from './tables.ts';

/** The games that are over: how they are recorded, listed, counted and shown again. */
export function pastParts(
  { storage, clock, log }: Base,
  identities: Pick<Identities, 'byIds' | 'madeAt'>,
  { games, matches }: Pick<TableParts, 'games' | 'matches'>,
) {
  const { entries, documents } = storage;
  const finished = new FinishedGames(documents);
  const personal = new PersonalGames(entries);
  const ranked = new Ranked({ documents, personal, games: GAMES.map(({ name }) => name) });
  const met = new MetPeople(documents);
  const facesOf: PastPorts['facesOf'] = async (people) =>
    new Map((await identities.byIds(people)).map(({ id, name, marker }) => [id, { name, marker }]));
  const recorder = new Recorder({
    ...{ entries, games, finished, personal, ranked, matches, met, log },
    exists: async (person) => (await identities.madeAt(person)) !== null,
    forget: (person) => forgetGames(person, { personal, ranked, met, clock }),
  });
  const namesOf = async (people: readonly string[]) =>
    new Map([...(await facesOf(people))].map(([id, { name }]) => [id, name]));
  return {
    finished,
    recorder,
    met,
    facesOf,
    past: new Past({ finished, personal, ranked, met, recorder, clock, facesOf }),
    replays: new Replays({ entries, games, finished, namesOf }),
  };
}

export type PastParts = ReturnType<typeof pastParts>;
