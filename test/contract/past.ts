import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostedColorClues } from '../../server/games/color-clues/hosted.ts';
import { metParts } from '../../server/parts/met.ts';
import { pastParts } from '../../server/parts/past.ts';
import { tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { MatchesOf } from '../../server/rooms/tables/matches-of.ts';
import { MAX_MET, type MetPeople } from '../../server/rooms/tables/past/met.ts';
import { weekOf } from '../../server/rooms/tables/past/ranked.ts';
import type { Storage, StoredEntry } from '../../server/storage/types.ts';
import { replay } from '../../shared/games/color-clues/replay.ts';
import { replayPageSchema } from '../../shared/protocol/replay.ts';
import { fakeLog } from '../harness/fakes.ts';
import { fromLines } from '../harness/golden.ts';
import type { OpenedStorage } from './storage/opened.ts';

const NAME = 'color-clues';
const journal = (name: string): readonly StoredEntry[] =>
  fromLines(readFileSync(new URL(`../fixtures/journals/${name}.jsonl`, import.meta.url), 'utf8')).rows;
const ROWS = journal('table-v4');
const CLOSED = ROWS.findIndex(({ body }) => body.includes('"gameClosed"')) + 1;
const ENDED_AT = ROWS.at(-1)!.at;
const wanted = () => true;

/** The people of the golden journals; who is not in it is not known here. */
function people(...ids: string[]) {
  const known = new Set(ids);
  return {
    known,
    identities: {
      byIds: async (asked: readonly string[]) =>
        asked.flatMap((id) =>
          known.has(id) ? [{ id: id as never, name: id.replace('person-', 'Now '), marker: 1 }] : [],
        ),
      madeAt: async (id: string) => (known.has(id) ? 1 : null),
    },
  };
}
const FOUR = ['person-1', 'person-2', 'person-3', 'person-4'];

/** What becomes of finished games, on every store. */
export function describePast(name: string, open: () => Promise<OpenedStorage>): void {
  describe(`${name}: games that are over`, () => {
    let opened: OpenedStorage;
    let now = ENDED_AT;
    const parts = (storage: Storage, who = people(...FOUR)) => ({
      ...pastParts({ storage, clock: { now: () => now }, log: fakeLog() } as never, who.identities, {
        games: tableGames([hostedColorClues]),
        matches: new MatchesOf(storage),
      }),
      ...who,
    });
    /** Stores the golden game as a match of its own. */
    const store = async (match: string, change: (body: string) => string = (body) => body) => {
      const { entries } = opened.storage;
      const rows = ROWS.map((row) => ({ ...row, stream: `match:${match}`, body: change(row.body) }));
      await Promise.all(rows.map((row) => entries.append(row)));
    };
    beforeEach(async () => {
      opened = await open();
      now = ENDED_AT;
    });
    afterEach(() => opened.destroy());

    it('are in the lists of those who played, and count once, whoever tells of them and however often', async () => {
      await store('m');
      const one = parts(opened.storage);
      const other = parts(await opened.reopen(), one);
      await Promise.all([one, other, one].map(({ recorder }) => recorder.record('m')));
      await other.recorder.record('m');
      const { games, next } = await one.past.page('person-1', { before: null, game: null }, wanted);
      expect([games.length, next]).toEqual([1, null]);
      expect(games[0]).toMatchObject({ match: 'm', number: 1, game: NAME, hasReplay: true });
      expect(games[0]!.players.map(({ name, isMe }) => [name, isMe])).toContainEqual(['Now 1', true]);
      // They left in the middle.
      const left = await one.past.page('person-4', { before: null, game: NAME }, wanted);
      expect(left.games[0]).toMatchObject({ place: null, points: null });
      const [mine] = (await one.past.statistics('person-1', false)).games;
      expect(mine).toMatchObject({ played: 1, won: games[0]!.place === 1 ? 1 : 0, rating: null });
      const { markers = 0, near = 0, exact = 0 } = mine!.counts;
      expect(markers).toBeGreaterThan(near);
      expect(near).toBeGreaterThanOrEqual(exact);
    });

    it('are listed page by page, and found again when their journals are older than the lists', async () => {
      const { past, recorder } = parts(opened.storage);
      const matches = new MatchesOf(opened.storage);
      const all = Array.from({ length: 23 }, (_, i) => `m${i}`);
      for (const [i, match] of all.entries()) {
        await store(match);
        await matches.note('person-2', match, i);
      }
      const first = await past.page('person-2', { before: null, game: NAME }, wanted);
      const second = await past.page('person-2', { before: first.next, game: NAME }, wanted);
      const listed = [...first.games, ...second.games].map(({ match }) => match);
      expect([first.games.length, listed, second.next]).toEqual([20, all.toReversed(), null]);
      expect((await past.page('person-2', { before: null, game: 'four-in-a-row' }, wanted)).games).toEqual(
        [],
      );
      // The others have them when something reminds the server of them.
      await recorder.record('m1');
      expect((await past.page('person-1', { before: null, game: null }, wanted)).games).toHaveLength(1);
      expect((await past.statistics('person-2', false)).games[0]?.played).toBe(23);
    });

    it('can be watched again by everybody, at a private table by those alone who played', async () => {
      await store('open');
      await store('shut', (body) => body.replace('"visibility":"public"', '"visibility":"private"'));
      const { recorder, replays, known } = parts(opened.storage);
      await Promise.all([recorder.record('open'), recorder.record('shut')]);
      const page = (match: string, viewer: string | null, after: number | null = null) =>
        replays.page({ match, number: null, after, viewer }, wanted);
      expect(await page('shut', 'stranger')).toBeNull();
      expect(await page('shut', null)).toBeNull();
      expect(await page('nobody', null)).toBeNull();
      expect(await page('shut', 'person-1')).not.toBeNull();
      known.delete('person-2');
      const shown = replayPageSchema.parse(JSON.parse(JSON.stringify(await page('open', null))));
      expect(shown).toMatchObject({ game: NAME, number: 1, next: null });
      const facts = shown.steps.flatMap(({ events }) => events);
      const names = facts.flatMap((event) => (event.type === 'seatTaken' ? [event.person.name] : []));
      expect(names).toEqual(['Now 1', '', 'Now 3', 'Now 4']);
      const moves = facts.flatMap((event) => (event.type === 'gameEvent' ? [replay.read(event.event)] : []));
      expect(moves).not.toContain(null);
      expect(facts.at(-1)).toEqual({ type: 'gameClosed' });
      expect(JSON.stringify(shown)).not.toContain('person-');
      expect(await replays.page({ match: 'open', number: 2, after: null, viewer: null }, wanted)).toBeNull();
    });

    it('are only those that are over: the next one at the table is told by nobody', async () => {
      await store('m');
      const entries = opened.storage.entries;
      const opening = ROWS.find(({ body }) => body.includes('"gameOpened"'))!;
      const again = ROWS.slice(ROWS.indexOf(opening), ROWS.indexOf(opening) + 9);
      for (const [i, row] of again.entries()) {
        const body = row.body.replace('"type":"gameOpened","number":1', '"type":"gameOpened","number":2');
        await entries.append({
          ...row,
          stream: 'match:m',
          seq: ROWS.length + 1 + i,
          commandId: `again${i}`,
          body,
        });
      }
      const { recorder, replays, finished } = parts(opened.storage);
      await recorder.record('m');
      const wish = { match: 'm', viewer: 'person-1' };
      const first = await replays.page({ ...wish, number: null, after: null }, wanted);
      expect(first?.number).toBe(1);
      expect(await replays.page({ ...wish, number: 2, after: null }, wanted)).toBeNull();
      const beyond = await replays.page({ ...wish, number: 1, after: CLOSED }, wanted);
      expect(beyond).toMatchObject({ steps: [], next: null });
      expect(await finished.last('m')).toMatchObject({ number: 1, to: CLOSED });
    });

    it('count for ratings and the table of the week of those who want it, at public tables without bots and teams (rule 10.4)', async () => {
      const { past, recorder } = parts(opened.storage);
      now = 0;
      for (const person of ['person-1', 'person-2']) await past.rank(person, true);
      now = ENDED_AT;
      await store('rated');
      await store('shut', (body) => body.replace('"visibility":"public"', '"visibility":"private"'));
      await store('bots', (body) => body.replace('"seat":2,"kind":"human"', '"seat":2,"kind":"bot"'));
      await store('stoodIn', (body) => body.replace('"type":"wentAway"', '"type":"stoodIn"'));
      await store('teams', (body) =>
        body.replace('"preset":"classic"', '"preset":"classic","together":"teams"'),
      );
      for (const match of ['rated', 'shut', 'bots', 'stoodIn', 'teams', 'rated'])
        await recorder.record(match);
      const rating = async (person: string) => (await past.statistics(person, true)).games[0]?.rating ?? null;
      const [one, two] = [await rating('person-1'), await rating('person-2')];
      expect(one!.rating + two!.rating).toBeCloseTo(3000);
      expect(one!.deviation).toBeLessThan(350);
      expect(await rating('person-3')).toBeNull();
      const week = await past.week(NAME, 'person-1');
      expect(week.lines.map(({ name, games, isMe }) => [name, games, isMe]).sort()).toEqual([
        ['Now 1', 1, true],
        ['Now 2', 1, false],
      ]);
      await past.rank('person-1', false);
      expect((await past.week(NAME, 'person-1')).lines).toHaveLength(1);
      expect(await rating('person-1')).toBeNull();
      now = ENDED_AT + 7 * 24 * 3_600_000;
      expect((await past.week(NAME, 'person-1')).lines).toEqual([]);
      expect(weekOf(now)).toBe(weekOf(ENDED_AT) + 1);
    });

    it('count for a rating also when somebody looks at their list before their first game is recorded', async () => {
      const { past, recorder } = parts(opened.storage);
      const matches = new MatchesOf(opened.storage);
      now = 0;
      for (const person of ['person-1', 'person-2']) await past.rank(person, true);
      now = ENDED_AT;
      for (const person of ['person-1', 'person-4']) await matches.note(person, 'first', 1);
      await store('first');
      await past.page('person-1', { before: null, game: null }, wanted);
      now = ENDED_AT + 1;
      await past.rank('person-4', true);
      await past.page('person-4', { before: null, game: null }, wanted);
      await recorder.record('first');
      const rating = async (person: string) => (await past.statistics(person, true)).games[0]?.rating ?? null;
      const [one, two] = [await rating('person-1'), await rating('person-2')];
      expect(one?.deviation).toBeLessThan(350);
      expect(one!.rating + two!.rating).toBeCloseTo(3000);
      const { lines } = await past.week(NAME, 'person-1');
      expect(lines.map(({ name, games }) => [name, games]).sort()).toEqual([
        ['Now 1', 1],
        ['Now 2', 1],
      ]);
      // Who joined after it was over is rated for none of it.
      expect(await rating('person-4')).toBeNull();
    });

    it('are forgotten with whoever is forgotten, also when a game ends meanwhile', async () => {
      const { past, recorder, known, finished } = parts(opened.storage);
      now = 0;
      await past.rank('person-1', true);
      now = ENDED_AT;
      await store('m');
      await recorder.record('m');
      known.delete('person-1');
      for await (const _ of past.forget('person-1'));
      await store('later');
      await recorder.record('later');
      expect(await opened.storage.entries.last('games:person-1')).toBe(0);
      for (const kind of ['ranked', 'week'])
        expect(await opened.storage.documents.below(kind, Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
      const { games } = await past.page('person-2', { before: null, game: null }, wanted);
      expect(games).toHaveLength(2);
      for (const { players } of games) expect(players.map(({ name }) => name)).toContain('');
      // With a table goes what is known of its games; what was counted stays.
      await finished.drop('m');
      expect(await finished.last('m')).toBeNull();
      const kept = await past.page('person-2', { before: null, game: null }, wanted);
      expect(kept.games.map(({ hasReplay }) => hasReplay)).toEqual([true, false]);
    });

    describe('people who met (rule 10.9)', () => {
      const last = ENDED_AT;
      const ids = async (met: MetPeople, person: string) => (await met.of(person)).map(({ id }) => id);
      /** Whatever is stored with somebody's id in it. */
      const rowsWith = async (id: string) => {
        const kinds = ['remembers', 'met', 'metBy'];
        const rows = await Promise.all(
          kinds.map((kind) => opened.storage.documents.below(kind, Number.MAX_SAFE_INTEGER, 500)),
        );
        return rows.flat().filter((row) => JSON.stringify(row).includes(id));
      };
      const forget = async (met: MetPeople, person: string) => {
        for await (const _ of met.forget(person));
      };

      it('are on the lists of those alone who want it, once a game they played is over', async () => {
        const { met, recorder } = parts(opened.storage);
        for (const person of ['person-1', 'person-2', 'person-4']) await met.remember(person, true, 0);
        // Too late for this game.
        await met.remember('person-3', true, last + 1);
        await store('m');
        await recorder.record('m');
        await recorder.record('m');
        expect(await met.of('person-1')).toEqual([
          { id: 'person-2', at: expect.any(Number) },
          { id: 'person-4', at: expect.any(Number) },
        ]);
        expect(await ids(met, 'person-2')).toEqual(['person-1', 'person-4']);
        expect(await ids(met, 'person-3')).toEqual([]);
      });

      it('are shown as long as both want it, and not again for what was before', async () => {
        const { met } = parts(opened.storage);
        for (const person of FOUR) await met.remember(person, true, 0);
        await met.meet(FOUR, 10);
        await met.remember('person-2', false, 11);
        expect(await ids(met, 'person-1')).toEqual(['person-3', 'person-4']);
        await met.remember('person-2', true, 12);
        await met.remember('person-2', true, 99);
        expect([await ids(met, 'person-1'), await ids(met, 'person-2')]).toEqual([
          ['person-3', 'person-4'],
          [],
        ]);
        await met.meet(['person-1', 'person-2'], 13);
        expect([await ids(met, 'person-1'), await ids(met, 'person-2')]).toEqual([
          ['person-2', 'person-3', 'person-4'],
          ['person-1'],
        ]);
        await met.drop('person-1', 'person-3');
        expect([await ids(met, 'person-1'), (await ids(met, 'person-3')).includes('person-1')]).toEqual([
          ['person-2', 'person-4'],
          true,
        ]);
      });

      it('are the fifty newest, each with the last game', async () => {
        const { met } = parts(opened.storage);
        const others = Array.from({ length: MAX_MET + 5 }, (_, i) => `other-${i}`);
        for (const person of ['me', ...others]) await met.remember(person, true, 0);
        for (const [i, other] of others.entries()) await met.meet(['me', other], i + 1);
        await met.meet(['me', 'other-10'], 1_000);
        await met.meet(['me', 'other-10'], 5);
        const mine = await met.of('me');
        expect(mine).toHaveLength(MAX_MET);
        expect(mine[0]).toEqual({ id: 'other-10', at: 1_000 });
        expect(mine.map(({ at }) => at)).toEqual(mine.map(({ at }) => at).sort((a, b) => b - a));
        expect(mine.some(({ id }) => id === 'other-0')).toBe(false);
      });

      it('are forgotten by everybody, also by those whom they forgot and after they switched it off', async () => {
        const { met } = parts(opened.storage);
        for (const person of FOUR) await met.remember(person, true, 0);
        await met.meet(FOUR, 10);
        await met.drop('person-1', 'person-2');
        await forget(met, 'person-1');
        expect(await rowsWith('person-1')).toEqual([]);
        await met.remember('person-2', false, 11);
        await forget(met, 'person-2');
        expect(await rowsWith('person-2')).toEqual([]);
        expect(await ids(met, 'person-3')).toEqual(['person-4']);
      });

      it('are forgotten by those, too, who had given way on their list', async () => {
        const { met } = parts(opened.storage);
        const others = Array.from({ length: MAX_MET + 2 }, (_, i) => `other-${i}-`);
        for (const person of ['me', ...others]) await met.remember(person, true, 0);
        for (const [i, other] of others.entries()) await met.meet(['me', other], i + 1);
        await forget(met, 'me');
        expect(await rowsWith('"me')).toEqual([]);
        expect(await rowsWith(':me')).toEqual([]);
      });

      it('leave the lists when these are written, if they do not want it any more', async () => {
        const { met } = parts(opened.storage);
        for (const person of FOUR) await met.remember(person, true, 0);
        await met.meet(FOUR, 10);
        await met.remember('person-1', false, 11);
        expect(await rowsWith('person-1')).not.toEqual([]);
        await met.meet(['person-2', 'person-3', 'person-4'], 12);
        expect(await rowsWith('person-1')).toEqual([]);
      });

      it('go with whoever is forgotten, and are in what they download', async () => {
        const { met, past, facesOf } = parts(opened.storage);
        const relations = {
          apartFrom: async () => new Set(['person-4']),
          closedAmong: async () => new Set<string>(),
        };
        const page = metParts({ clock: { now: () => now } } as never, {
          ...{ met, relations, facesOf },
          tables: { whereAre: async () => new Map() },
        });
        for (const person of FOUR) await met.remember(person, true, 7);
        await met.meet(FOUR, 10);
        const everything = new Map<string, unknown>();
        for await (const [name, value] of page.collect('person-1')) everything.set(name, value);
        expect(everything.get('remembersPeopleSince')).toBe(7);
        // Not who blocked them, whom the page does not show either.
        expect(everything.get('metAtTables')).toEqual([
          { id: 'person-2', at: 10 },
          { id: 'person-3', at: 10 },
        ]);
        for await (const _ of past.forget('person-1'));
        expect(await rowsWith('person-1')).toEqual([]);
        // A game that ends now brings nobody back.
        await met.meet(FOUR, 11);
        expect(await met.of('person-1')).toEqual([]);
        expect(await ids(met, 'person-2')).toEqual(['person-3', 'person-4']);
      });
    });
  });
}
