/**
 * `npm run bench:crowd`: what a message costs in a lobby that is spread over several processes, against the same lobby in
 * one: CPU of all servers for each delivered message, with what they use anyway. All see the same messages in the same
 * order, or it fails. Options: `--people=2000 --processes=2 --rate=3 --seconds=10 --turns=3`; `--alone=1600` has so many in
 * the one process, which takes no more than 2,000.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Guest } from '../../loadtest/client/guest.ts';
import { Http } from '../../loadtest/client/http.ts';
import type { Room } from '../../loadtest/client/room.ts';
import { spread } from '../../loadtest/compare/spread.ts';
import { summed } from '../../loadtest/lobbies/ledger.ts';
import { markOf, nameOf, textOf, wallMs } from '../../loadtest/lobbies/texts.ts';
import type { WireConversation, WireMessage } from '../../shared/protocol/chat-wire.ts';
import { NO_LIMITS } from '../harness/chaos-guests.ts';
import { Processes, wish } from '../harness/processes.ts';
import type { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    alone: { type: 'string' },
    processes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    turns: { type: 'string', default: '3' },
  },
});
const [PEOPLE, PROCESSES, RATE, SECONDS, TURNS] = [
  Number(values.people),
  Number(values.processes),
  Number(values.rate),
  Number(values.seconds),
  Number(values.turns),
];
const ALONE = Number(values.alone ?? values.people);
const LOBBY = 'lobby-lobby';
/** People who write in turn: few enough to wait as long as one person has to between two messages. */
const WRITERS = 30;
const JOINS_AT_ONCE = 8;
const PATIENCE_MS = 60_000;
/** What is still done for those who came last is not counted, ms. */
const SETTLE_MS = 5_000;
/** Clock ticks of Linux in a second, of which /proc tells. */
const TICKS = 100;

/** Somebody who reads, and adds up what they see: a message that is missing, doubled or elsewhere makes another sum. */
class Reader {
  readonly room: Room<WireConversation>;
  readonly latencies: number[] = [];
  /** Why the socket was closed, if it was. */
  lostWith: number | null = null;
  sum = 0;
  count = 0;
  #seq: number;

  constructor(room: Room<WireConversation>) {
    this.room = room;
    this.#seq = room.state.seq;
    room.onState = () => this.#look();
    room.onLost = (code) => {
      this.lostWith = code;
    };
  }

  #look(): void {
    const { state } = this.room;
    const messages = state.messages as unknown as { get(key: string): WireMessage | undefined };
    for (; this.#seq < state.seq; this.#seq++) {
      const message = messages.get(String(this.#seq + 1));
      const mark = message && markOf(message.text);
      if (!mark) continue;
      this.sum = summed(this.sum, message);
      this.count++;
      this.latencies.push(wallMs() - mark.dueAt);
    }
  }
}

/** CPU that a process has used in all its threads, ms. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}

/** CPU that each of them uses while something happens, ms. */
async function usedDuring(servers: readonly Product[], happens: () => Promise<void>): Promise<number[]> {
  const before = servers.map(({ pid }) => cpuMs(pid));
  await happens();
  return servers.map(({ pid }, index) => cpuMs(pid) - before[index]!);
}

let numbers = 0;
async function come(url: string): Promise<Reader> {
  const number = ++numbers;
  const guest = await Guest.arrive(new Http(url, PATIENCE_MS), { frames: 0, bytes: 0 }, number);
  await guest.takeName(nameOf(number));
  return new Reader(await guest.talk(LOBBY));
}

/** So many people come in at each of these addresses, one address after the other. */
async function fill(urls: readonly string[], people: number): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const url of urls) {
    let left = Math.ceil(people / urls.length);
    const next = async () => {
      while (left-- > 0) readers.push(await come(url));
    };
    await Promise.all(Array.from({ length: JOINS_AT_ONCE }, next));
  }
  return readers;
}

/** Says something, again when that could not be done now; the code of a refusal, or null. */
async function say({ room }: Reader, message: object): Promise<string | null> {
  for (;;) {
    const code = await wish(room, 'command', message);
    if (code !== 'unavailable') return code;
  }
}

/** Every so many ms the next writer writes; resolves when all is accepted. */
async function talk(writers: readonly Reader[]): Promise<void> {
  const answers: Promise<unknown>[] = [];
  const beganAt = performance.now();
  for (let n = 0; n < RATE * SECONDS; n++) {
    await pause(Math.max(0, beganAt + (n * 1_000) / RATE - performance.now()));
    const text = textOf({ writer: n % writers.length, count: n, dueAt: wallMs() });
    const command = { type: 'post', text, replyTo: null, mentions: [], table: null };
    answers.push(say(writers[n % writers.length]!, { id: `bench-message-${n}`, command }));
  }
  const refused = (await Promise.all(answers)).filter((code) => code !== null);
  if (refused.length > 0) throw new Error(`${refused.length} messages were refused: ${refused[0]}`);
}

/** CPU for each delivered message, µs. */
async function measure(count: number): Promise<number> {
  const processes = await Processes.start({ ...NO_LIMITS, LIMIT_CROWD_PEOPLE: '20' }, {}, count);
  const { all } = processes;
  try {
    const beganAt = performance.now();
    const readers = await fill(
      all.map(({ url }) => url),
      count === 1 ? ALONE : PEOPLE,
    );
    const joined = (performance.now() - beganAt) / 1_000;
    const messages = RATE * SECONDS;
    const step = Math.max(1, Math.floor(readers.length / WRITERS));
    const writers = readers.filter((_, index) => index % step === 0).slice(0, WRITERS);
    await until(
      () => readers.every(({ room }) => room.state.online === readers.length),
      'all to be counted',
      PATIENCE_MS,
    );
    await pause(SETTLE_MS);
    const used = await usedDuring(all, async () => {
      await talk(writers);
      await until(
        () => readers.every(({ count }) => count >= messages),
        'all to see everything',
        PATIENCE_MS,
      );
    });
    const lost = readers.find(({ lostWith }) => lostWith !== null);
    if (lost) throw new Error(`somebody was cut off with ${lost.lostWith}`);
    if (new Set(readers.map(({ sum, count }) => `${sum} ${count}`)).size !== 1)
      throw new Error('not all saw the same in the same order');
    const latencies = readers.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
    const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)]!.toFixed(0);
    const delivered = messages * readers.length;
    const us = (1_000 * used.reduce((sum, ms) => sum + ms, 0)) / delivered;
    console.log(
      `  ${count} ${count === 1 ? 'process' : 'processes'}: ${readers.length} people, in after ${joined.toFixed(0)} s; ` +
        `${delivered} deliveries, ${us.toFixed(1)} µs each (ms of each process: ${used.join(', ')}), ` +
        `seen after ${at(0.5)} ms, p99 ${at(0.99)} ms; the same order everywhere`,
    );
    for (const { room } of readers) room.close();
    return us;
  } finally {
    await processes.stop();
  }
}

const ratios: number[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  console.log(`turn ${turn + 1}`);
  // In the opposite order in every other turn, so that what else the machine does meets both alike.
  const counts = turn % 2 === 0 ? [1, PROCESSES] : [PROCESSES, 1];
  const us = new Map<number, number>();
  for (const count of counts) us.set(count, await measure(count));
  ratios.push(us.get(PROCESSES)! / us.get(1)!);
}
console.log(`\nCPU for a delivered message, ${PROCESSES} processes : 1 process: ${spread(ratios)}`);
process.exit(0);
