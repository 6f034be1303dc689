/**
 * `npm run bench:chat`: one public lobby, against a hand-written `ws` server that does the same job and stores nothing.
 * Every member of the product does what a page does: it has an inbox, and tells how far it has read. Only ratios mean
 * anything. Options: `--members=500 --rate=20 --seconds=10 --turns=3 --bare --profile=<folder>`; `--bare`: members
 * only listen and write.
 */
import { parseArgs } from 'node:util';
import { type Member, plainMember, productMember, Tally } from './chat-members.ts';
import { type Figures, pause, percentile, report, takeTurns } from './figures.ts';
import { startServer } from './servers.ts';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '500' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    turns: { type: 'string', default: '3' },
    bare: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const MEMBERS = Number(values.members);
const RATE = Number(values.rate);
const SECONDS = Number(values.seconds);
const TURNS = Number(values.turns);
/** What runs a few hundred times is still being compiled, which counts as CPU time: everybody talks quickly first. */
const WARM_UP = { seconds: 10, rate: 60 };
/** Members who write, one after the other; the others read. Nobody writes faster than one person may. */
const WRITERS = 50;
/** Members who come in at the same time. */
const AT_ONCE = 10;
const SETTLE_MS = 1_000;
/** Messages that may be on their way: on a machine that is busy with other things nobody is cut off as too slow. */
const MAX_AHEAD = 10;

const KINDS = { ws: 'hand-written ws', unstored: 'product, store in memory', product: 'product' } as const;
type Kind = keyof typeof KINDS;
const SERVERS: Readonly<Record<Kind, string>> = {
  ws: './chat-ws-server.ts',
  unstored: './memory-store-server.ts',
  product: '../../server/index.ts',
};

async function fillLobby(kind: Kind, url: string, tally: Tally): Promise<Member[]> {
  const members: Member[] = [];
  const join = (index: number) =>
    kind === 'ws' ? plainMember(url, index, tally) : productMember(url, index, tally, !values.bare);
  while (members.length < MEMBERS) {
    const places = Array.from({ length: Math.min(AT_ONCE, MEMBERS - members.length) });
    members.push(...(await Promise.all(places.map((_, i) => join(members.length + i)))));
  }
  return members;
}

/** These members say something in turn, at a steady rate; resolves when all of it arrived everywhere. */
async function talk(
  members: readonly Member[],
  tally: Tally,
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
): Promise<void> {
  const beganAt = performance.now();
  for (let i = 0; i < seconds * rate; i++) {
    await tally.arrived(MAX_AHEAD);
    await pause(Math.max(0, beganAt + (i * 1_000) / rate - performance.now()));
    members[tally.sent % members.length]!.say(tally.nextText());
  }
  await tally.arrived(0);
}

async function measure(kind: Kind): Promise<Figures> {
  const server = await startServer(SERVERS[kind], kind === 'product' ? (values.profile ?? null) : null);
  try {
    const tally = new Tally(MEMBERS);
    const members = await fillLobby(kind, server.url, tally);
    await talk(members, tally, WARM_UP);
    await pause(SETTLE_MS);
    tally.latenciesMs = [];
    const { delivered, bytes } = tally;
    const cpuMs = server.cpuMs();
    await talk(members.slice(0, WRITERS), tally, { seconds: SECONDS, rate: RATE });
    const count = tally.delivered - delivered;
    const figures = {
      cpuUs: ((server.cpuMs() - cpuMs) * 1_000) / count,
      bytes: (tally.bytes - bytes) / count,
      p50Ms: percentile(tally.latenciesMs, 0.5),
      p99Ms: percentile(tally.latenciesMs, 0.99),
    };
    for (const member of members) member.close();
    return figures;
  } finally {
    await server.stop();
  }
}

console.log(
  `${MEMBERS} members, ${WRITERS} of them write, ${RATE} messages per second, ${SECONDS} s, ${TURNS} turns.`,
);
console.log(
  'The product stores and indexes every message before it shows it; the baseline stores nothing.\n',
);
const turns = await takeTurns(['ws', 'unstored', 'product'], TURNS, measure);
report(
  [
    ['server CPU per delivered message', 'cpuUs', 'µs'],
    ['bytes per delivered message', 'bytes', 'B'],
    ['p50, sending to delivery', 'p50Ms', 'ms'],
    ['p99, sending to delivery', 'p99Ms', 'ms'],
  ],
  KINDS,
  turns,
);
process.exit(0);
