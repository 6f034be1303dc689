/**
 * A process that appends to streams through the mongoose backend until it is killed. It goes on where a stream ends,
 * and tells its parent of every entry that is durable.
 */
import { randomUUID } from 'node:crypto';
import { mongooseStorage } from '../../server/storage/mongoose/storage.ts';
import { fakeLog } from './fakes.ts';
import { patiently } from './patiently.ts';

const [url = '', ...streams] = process.argv.slice(2);
const { entries } = await mongooseStorage({ url, log: fakeLog() });

async function write(stream: string): Promise<void> {
  for (let seq = (await patiently(() => entries.last(stream))) + 1; ; seq++) {
    const commandId = randomUUID();
    const rest = { at: Date.now(), kind: 'change', target: null, author: null, text: null, body: '{}' };
    const { ok } = await entries.append({ stream, seq, commandId, ...rest });
    process.send?.({ stream, seq, commandId, ok });
  }
}

process.on('disconnect', () => process.exit());
await Promise.all(streams.map(write));
