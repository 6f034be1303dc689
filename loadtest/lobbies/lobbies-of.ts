import type { PlayingGuest } from '../client/connection.ts';
import { Beat } from '../run/beat.ts';
import { forEachOf } from '../scenarios/check.ts';
import type { Stage, World } from '../scenarios/scenario.ts';
import { Ledger } from './ledger.ts';
import { Member } from './member.ts';

/** People of a small lobby. */
const SMALL = 10;
/** A lobby in which many write is one in which each writes less, ms between two messages of all of them. */
const LOBBY_MS = 50;
/** Letters that a name of a lobby may have, for numbers. */
const RADIX = 36;

/** Which lobby somebody goes to, and how many people it is for. */
interface Place {
  readonly name: string;
  readonly people: number;
}

/** Everybody with an odd number is in one large lobby, the others are in many small ones. */
export const largeAndSmall =
  (players: number) =>
  (index: number): Place =>
    index % 2 === 1
      ? { name: 'large', people: Math.ceil(players / 2) }
      : { name: `s${Math.floor(index / 2 / SMALL).toString(RADIX)}`, people: SMALL };

const makeLobby = async (world: World, place: string, guest: PlayingGuest): Promise<Ledger> =>
  new Ledger(world, await guest.makeLobby(`load-${world.run}-${place}`));

/** Lobbies full of people, who write if they are meant to, and have an inbox open unless they are not. */
export function lobbiesOf(
  world: World,
  placeOf: (index: number) => Place,
  writes: boolean,
  wantsInbox = true,
): Stage {
  const ledgers = new Map<string, Promise<Ledger>>();
  const members = new Map<Member, Ledger>();
  const beats: Beat[] = [];
  /** The lobby of this name; whoever comes first makes it, for the other workers as well. */
  const lobby = (name: string, guest: PlayingGuest): Promise<Ledger> => {
    const known = ledgers.get(name) ?? makeLobby(world, name, guest);
    ledgers.set(name, known);
    return known;
  };
  return {
    async add(index) {
      const place = placeOf(index);
      const number = world.nextNumber();
      const guest = await Member.arrive(world, number);
      const ledger = await lobby(place.name, guest);
      const member = await Member.join(world, ledger, guest, number, wantsInbox);
      members.set(member, ledger);
      if (!writes) return;
      const everyMs = Math.max(world.pace.messageMs, place.people * LOBBY_MS);
      const write = (dueAt: number) => member.write(dueAt);
      beats.push(new Beat(everyMs, world.rng.next() * everyMs, world.recorder, write));
    },
    async rest() {
      for (const beat of beats.splice(0)) beat.stop();
      await Promise.all([...members.keys()].map((member) => member.rest()));
    },
    check: () =>
      forEachOf([...new Set(members.values())], async (ledger) => {
        const here = [...members].filter(([, its]) => its === ledger).map(([member]) => member);
        const first = Math.min(...here.map(({ firstSeq }) => firstSeq));
        const stored = await ledger.stored(here[0]!.guest, first);
        ledger.compare(stored);
        await forEachOf(here, (member) => member.compare(stored));
      }),
    close() {
      for (const beat of beats) beat.stop();
      for (const member of members.keys()) member.close();
    },
  };
}
