/**
 * `node test/bench/dashboard.ts`: what an open dashboard costs a process with 1,000 people at 250 tables, while somebody
 * writes four times a second, so that every look finds something new. The same minute without it, in turns. Needs a build.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RoomClient } from '../harness/matrix-client.ts';
import { must, newcomer, post, writing } from '../harness/matrix-worlds.ts';
import { OperatorClient, operatorCommand, withAccount } from '../harness/operators.ts';
import { Product } from '../harness/product.ts';
import { Visitor } from '../harness/visitor.ts';

const TABLES = 250;
const PEOPLE_AT_EACH = 4;
const AT_ONCE = 10;
const LOOK_MS = 15_000;
const TURNS = 3;
const WORD_MS = 250;
/** Clock ticks in a second, as Linux tells CPU time. */
const TICKS = 100;

/** CPU time that a process has used, s. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

const many = (names: readonly string[], who: string) =>
  Object.fromEntries(names.map((name) => [`LIMIT_${name}_PER_${who}`, '1000000']));
const directory = mkdtempSync(join(tmpdir(), 'color-clues-dashboard-'));
const server = await Product.start({
  ...many(
    ['REQUESTS', 'UPGRADES', 'SESSIONS', 'CREATES', 'SEATS', 'PENDING_SEATS', 'CONNECTIONS', 'WRONG_CODES'],
    'ADDRESS',
  ),
  ...many(['UNUSED_SESSIONS'], 'BROWSER'),
  LIMIT_MESSAGE_RATE: '1000',
  TRUSTED_PROXIES: '127.0.0.1',
  DATA_DIR: directory,
});
const boss = await withAccount(await Visitor.arrive(server), 'Operetta');
await operatorCommand(directory, 'add', 'Operetta');
const setting = { server, operator: boss };

async function fill(): Promise<void> {
  const people: Visitor[] = [];
  for (let i = 0; i < PEOPLE_AT_EACH; i++) people.push(await Visitor.arrive(server));
  const { code } = await post(people[0]!, '/api/tables', { visibility: 'public' });
  for (const person of people) await RoomClient.enter(person, String(code));
}
for (let done = 0; done < TABLES; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, fill));

const writer = await RoomClient.enter(await newcomer(setting, 'Writer'), 'lobby-lobby');
await must(writer, { type: 'join' });
const writes = setInterval(() => void writer.say(writing(`word ${performance.now()}`)), WORD_MS);

/** Share of a core over a while, %. */
async function share(): Promise<number> {
  const [cpu, at] = [cpuSeconds(server.pid), performance.now()];
  await pause(LOOK_MS);
  return ((cpuSeconds(server.pid) - cpu) / (performance.now() - at)) * 1e5;
}

await pause(LOOK_MS);
const shares: [closed: number, open: number][] = [];
for (let turn = 0; turn < TURNS; turn++) {
  const closed = await share();
  const dashboard = await OperatorClient.open(boss);
  const open = await share();
  dashboard.socket.cut();
  await pause(5_000);
  shares.push([closed, open]);
  console.log(`closed ${closed.toFixed(2)} %, open ${open.toFixed(2)} % of a core`);
}
const middle = (index: 0 | 1) => shares.map((each) => each[index]).sort((a, b) => a - b)[(TURNS - 1) / 2]!;
console.log(
  `${TABLES * PEOPLE_AT_EACH} people: an open dashboard costs ${(middle(1) - middle(0)).toFixed(2)} % of a core`,
);
clearInterval(writes);
await server.stop('SIGKILL');
rmSync(directory, { recursive: true, force: true });
process.exit();
