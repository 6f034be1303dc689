/**
 * A process that writes as fast as it can: a few streams, each entry when the one before is stored. What was
 * acknowledged goes to a file of its own, one `stream seq` per line. Says `ready`, and ends when told `stop`.
 */
import { openSync, writeSync } from 'node:fs';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';

const [directory = '', acknowledged = '', name = '', streams = '1'] = process.argv.slice(2);
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const storage = await sqliteStorage({ directory, log });
const file = openSync(acknowledged, 'a');
let isOver = false;
let ids = 0;

async function write(stream: string): Promise<void> {
  let seq = (await storage.entries.last(stream)) + 1;
  while (!isOver) {
    const commandId = `${name}-${process.pid}-${++ids}`;
    const text = `written by ${name} as ${seq}`;
    const entry = {
      stream,
      seq,
      commandId,
      at: Date.now(),
      kind: 'message',
      target: null,
      author: null,
      text,
    };
    const answer = await storage.entries.append({ ...entry, body: JSON.stringify({ text }) });
    if (answer.ok) writeSync(file, `${stream} ${seq}\n`);
    seq = answer.ok ? seq + 1 : (await storage.entries.last(stream)) + 1;
  }
}

process.once('message', () => {
  isOver = true;
});
process.send?.('ready');
await Promise.all(Array.from({ length: Number(streams) }, (_, n) => write(`chat:${n}`)));
await storage.close();
process.disconnect();
