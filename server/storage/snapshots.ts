import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Decider } from '../../shared/core/rules.ts';
import type { Log, Snapshot, Snapshots } from '../../shared/engine/ports.ts';
import type { DocumentStore } from './types.ts';

const KIND = 'snapshot';

const bodySchema = z.object({ version: z.int(), seq: z.int().min(1), state: z.string() });

/**
 * Folds kept in a store, by stream. Everything about them may fail or be deleted: then the stream is read from its
 * beginning. Those of another version of the rules are not used.
 */
export function storedSnapshots<S, C extends { readonly type: string }, E>(
  { version }: Pick<Decider<S, C, E>, 'version'>,
  documents: DocumentStore,
  log: Log,
  { prefix }: { readonly prefix: string },
): Snapshots<S> {
  return {
    async load(id): Promise<Snapshot<S> | null> {
      try {
        const row = await documents.get(KIND, `${prefix}:${id}`);
        if (!row) return null;
        const body = bodySchema.parse(JSON.parse(row.body));
        if (body.version !== version) return null;
        return { seq: body.seq, state: deserialize(Buffer.from(body.state, 'base64')) };
      } catch (error) {
        log.warn({ err: error, stream: `${prefix}:${id}` }, 'a snapshot could not be used');
        return null;
      }
    },
    async save(id, { seq, state }) {
      const body = JSON.stringify({ version, seq, state: serialize(state).toString('base64') });
      try {
        await documents.put({ kind: KIND, id: `${prefix}:${id}`, owner: '', rank: 0, body });
      } catch (error) {
        log.warn({ err: error, stream: `${prefix}:${id}` }, 'a snapshot could not be kept');
      }
    },
  };
}
