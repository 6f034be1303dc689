/**
 * `npm run bench:erase`: ten people download and then delete everything about themselves, in a conversation of a million
 * messages, while two witnesses write: one there, one elsewhere. How long a witness waits with and without them, and what
 * the server still does after downloads that were broken off. The conversation is written once (some minutes, 700 MB)
 * and copied for each run. Options: `--messages=1000000 --people=10 --seconds=20`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Identities } from '../../server/identity/identities.ts';
import { systemClock } from '../../server/infra/clock.ts';
import { systemEntropy } from '../../server/infra/entropy.ts';
import { NO_HEAD } from '../../server/rooms/chat/records/head.ts';
import { chatRecords } from '../../server/rooms/chat/records/records.ts';
import { storedSnapshots } from '../../server/storage/snapshots.ts';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import { bodyOf, RoomClient } from '../harness/matrix-client.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';
import { entryOfMessage, LONG, longConversation, personOf, stateAfter } from './long-conversation.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '20' },
  },
});
const MESSAGES = Number(values.messages);
const PEOPLE = Number(values.people);
const SECONDS = Number(values.seconds);
/** A witness writes this often, ms. */
const EVERY_MS = 100;
/** Changes that one message of a witness takes. */
const CHANGES = 200;
const PATIENCE_MS = 30 * 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** The value that this share of the numbers is below. */
const percentile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? Number.NaN;

const silent = { debug() {}, info() {}, warn() {}, error: console.error };
const { storage: long, directory: source, last } = await longConversation(MESSAGES, silent);
await long.close();
const directory = mkdtempSync(join(tmpdir(), 'color-clues-bench-erase-'));
copyFileSync(join(source, FILE), join(directory, FILE));

/** People of the conversation get a session, and it gets what the server keeps besides its stream. */
async function prepare(): Promise<{ id: string; cookie: string }[]> {
  const storage = await sqliteStorage({ directory, log: silent });
  const { documents } = storage;
  const records = chatRecords(documents);
  const ports = { documents, clock: systemClock(), entropy: systemEntropy(), log: silent, tell() {} };
  const identities = new Identities(ports);
  const settings = stateAfter(MESSAGES).settings;
  const setup = { kind: 'public' as const, members: [], trusted: [], settings, createdAt: 1 };
  await records.conversations.put(LONG, setup, { owner: 'public', rank: 1 });
  await records.heads.put(LONG, { ...NO_HEAD, seq: last, no: MESSAGES, standing: null });
  const snapshots = storedSnapshots(conversation, documents, silent, { prefix: 'chat' });
  await snapshots.save(LONG, { seq: last, state: stateAfter(MESSAGES) });
  const people: { id: string; cookie: string }[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const id = personOf(i);
    const secret = randomBytes(32).toString('base64url');
    const body = JSON.stringify({ name: `Bench ${i}`, marker: 0, isNamed: true, madeAt: Date.now() });
    await documents.put({ kind: 'person', id, owner: '', rank: 0, body });
    await identities.beginSession(id, createHash('sha256').update(secret).digest('base64url'), '');
    await records.writers.put(`${LONG}:${id}`, { conversation: LONG }, { owner: id });
    people.push({ id, cookie: `sid=${secret}` });
  }
  await storage.close();
  return people;
}

/** Writes again and again; the times that the answers took, ms. */
class Witness {
  times: number[] = [];
  readonly #room: RoomClient;
  #isOver = false;

  private constructor(room: RoomClient) {
    this.#room = room;
  }

  static async enter(where: string): Promise<Witness> {
    const visitor = await Visitor.arrive(product);
    await visitor.call('/api/me', { method: 'PATCH', body: { name: `Witness ${visitor.id.slice(0, 4)}` } });
    const witness = new Witness(await RoomClient.enter(visitor, where));
    void witness.#write();
    return witness;
  }

  stop(): void {
    this.#isOver = true;
  }

  async #write(): Promise<void> {
    let target = 0;
    for (let i = 0; !this.#isOver; i++) {
      if (i % CHANGES === 0) {
        const post = { type: 'post', text: `I see ${i}`, replyTo: null, mentions: [], table: null };
        target = (await this.#room.say(post)).value?.seq ?? target;
      }
      const beganAt = performance.now();
      const type = i % 2 === 0 ? 'react' : 'unreact';
      const { code } = await this.#room.say({ type, target, emoji: '👍' });
      const ms = performance.now() - beganAt;
      this.times.push(ms);
      if (code !== 'ok') console.error(`a witness was refused: ${code}`);
      await pause(Math.max(0, EVERY_MS - ms));
    }
  }
}

const people = await prepare();
const product = await Product.start({
  DATA_DIR: directory,
  LIMIT_EXPORTS_PER_ADDRESS: '1000',
  LIMIT_EXPORTS_PER_PERSON: '1000',
  LIMIT_DELETIONS_PER_ADDRESS: '1000',
});
/** Seconds of processor time that the server has used. */
const cpu = (): number => {
  const fields = readFileSync(`/proc/${product.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const witnesses = await Promise.all([Witness.enter(LONG), Witness.enter('lobby-lobby')]);
console.log(`| ${MESSAGES} messages, ${PEOPLE} people | took s | witness p50 ms | p99 ms | most ms |`);
console.log('|---|---|---|---|---|');
async function during(what: string, act: () => Promise<unknown>): Promise<void> {
  for (const witness of witnesses) witness.times = [];
  const beganAt = performance.now();
  await act();
  const seconds = (performance.now() - beganAt) / 1_000;
  const times = witnesses.flatMap((witness) => witness.times);
  const figures = [seconds, percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
  console.log(`| ${what} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} |`);
}

/** A download of everything; `breaksOff` leaves at the first byte. */
function download(cookie: string, breaksOff: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(`${product.url}/api/account/data`, { headers: { Cookie: cookie }, agent: false });
    request.on('error', (error) => (breaksOff ? resolve(0) : reject(error)));
    request.on('response', (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (breaksOff) request.destroy();
      });
      const isWhole = () => breaksOff || (response.statusCode === 200 && response.complete);
      response.on('close', () => (isWhole() ? resolve(bytes) : reject(new Error('half a download'))));
    });
    // Those that wait for their turn leave as well.
    if (breaksOff) setTimeout(() => request.destroy(), 500);
  });
}

await during('nobody else', () => pause(SECONDS * 1_000));
const idleBefore = cpu();
await pause(3_000);
const idle = cpu() - idleBefore;
await Promise.all(people.map(({ cookie }) => download(cookie, true)));
const brokenBefore = cpu();
await pause(3_000);
console.log(
  `\nProcessor time in 3 s: ${idle.toFixed(2)} s with the witnesses alone, ${(cpu() - brokenBefore).toFixed(2)} s after ${PEOPLE} downloads were broken off.\n`,
);
let bytes = 0;
await during('downloads of all', async () => {
  const sizes = await Promise.all(people.map(({ cookie }) => download(cookie, false)));
  bytes = sizes.reduce((sum, size) => sum + size, 0);
});
await during('all are forgotten', async () => {
  const tickets = await Promise.all(
    people.map(async ({ cookie }, i) => {
      const answer = await fetch(`${product.url}/api/account/delete`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: product.url, 'Content-Type': 'application/json' },
        body: JSON.stringify({ password: null, name: `Bench ${i}` }),
      });
      return ((await answer.json()) as { ticket: string }).ticket;
    }),
  );
  const watcher = await Visitor.arrive(product);
  for (const ticket of tickets) {
    const isOver = async () => {
      await pause(200);
      return bodyOf(await watcher.call(`/api/account/delete/${ticket}`)).isOver === true;
    };
    await until(isOver, 'everything to be gone', PATIENCE_MS);
  }
});
console.log(
  `\n${(bytes / 1e3).toFixed(0)} KB were downloaded; entry ${entryOfMessage(MESSAGES)} was the last.`,
);
for (const witness of witnesses) witness.stop();
await pause(EVERY_MS);
await product.stop('SIGKILL');
rmSync(directory, { recursive: true, force: true });
process.exit(0);
