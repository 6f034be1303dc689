/** A thread that is one person's page: the client's own networking, and somebody who uses it. See `chaos-pages.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { beBrowser } from './chaos-browser.ts';
import type { PageAnswer, PageRequest, PageTask } from './chaos-pages.ts';
import type { Tapped } from './chaos-tap.ts';

/** By then a page that was looked at knows whether its connections are good, ms. */
const NOTICED_MS = 5_000;

const { visit, name, seed, conversations, table, calm }: PageTask = workerData;
const say = (answer: PageAnswer) => parentPort?.postMessage(answer);

beBrowser(visit, (asked, answer) => say({ type: 'trouble', asked, answer, at: Date.now() }));
// From here on, as the client looks for a browser when it is loaded.
const [{ tapCommands }, { ChatClient }, { TablePlayer }] = await Promise.all([
  import('./chaos-tap.ts'),
  import('./chat-client.ts'),
  import('./chaos-table-client.ts'),
]);

const steps: Tapped[] = [];
tapCommands((step) => steps.push(step));
const rng = seededRng(seed);
const onState = (room: string) => (state: string) => say({ type: 'state', room, state, at: Date.now() });
const players = [
  ...conversations.map((id) => new ChatClient(id, name, seededRng(rng.int(2 ** 31)), onState(id), calm)),
  ...(table === null ? [] : [new TablePlayer(table, seededRng(rng.int(2 ** 31)), onState(table), calm)]),
];

parentPort?.on('message', async (request: PageRequest) => {
  if (request === 'act') for (const player of players) player.act();
  if (request === 'rest') {
    const rest = () => Promise.all(players.map((player) => player.rest()));
    await rest();
    // Whoever has not noticed yet that a connection is dead shows what was: somebody looks at the page.
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
    await rest();
    say({ type: 'rested' });
  }
  if (request === 'log') {
    say({ type: 'log', steps, logs: await Promise.all(players.map((player) => player.log())) });
  }
});
