import { seededRng } from '../../shared/core/seeded-rng.ts';
import { Guest } from '../client/guest.ts';
import { Http } from '../client/http.ts';
import { PlainGuest } from '../compare/plain-guest.ts';
import { Recorder } from '../measure/recorder.ts';
import type { World } from '../scenarios/scenario.ts';
import type { Load } from './messages.ts';

/** What the clients of one thread have in common. */
export function worldOf(load: Load): World {
  const traffic = { frames: 0, bytes: 0 };
  const http = new Http(load.url, load.patienceMs);
  let number = load.worker;
  return {
    http,
    traffic,
    recorder: new Recorder(),
    rng: seededRng(load.seed + load.worker),
    pace: load.pace,
    patienceMs: load.patienceMs,
    arrive: (number) =>
      load.speaks === 'plain'
        ? Promise.resolve(new PlainGuest(http.url, traffic, number))
        : Guest.arrive(http, traffic, number),
    arriveAt: (number, code) =>
      load.speaks === 'plain'
        ? new PlainGuest(http.url, traffic, number).sit(code, false)
        : Guest.arriveAt(http, traffic, number, code),
    players: load.players,
    run: load.run,
    nextNumber() {
      number += load.workers;
      return number;
    },
  };
}
