import { STEP, type SweepRule } from '../../../storage/sweep.ts';
import { TABLES } from '../records/records.ts';
import { type DropPorts, dropConversation, dropStream } from './drop-conversation.ts';

export interface OldTablesPorts extends DropPorts {
  /** Tables that were made before this moment have expired, epoch ms. */
  before(): number;
  now(): number;
  /** Whether somebody may still be at a table, or in its talk. */
  isInUse(match: string, code: string): Promise<boolean>;
  /** Forgets which games were finished in a match. Repeatable. */
  dropGames(match: string): Promise<void>;
}

/** Tables that are long over go, with their talk and every record about either. One that is open stays. */
export const oldTables = (ports: OldTablesPorts): SweepRule => ({
  name: 'tables',
  async step() {
    const { records } = ports;
    const after = { rank: ports.before(), id: '' };
    const found = await records.conversations.list(TABLES, { limit: STEP, after });
    for (const [id, setup] of found) {
      // It is looked at again when it would have expired once more.
      if (setup.table !== undefined && (await ports.isInUse(matchOf(id), setup.table)))
        await records.conversations.put(id, setup, { owner: TABLES, rank: ports.now() });
      else await dropTable(id, ports);
    }
    return found.size;
  },
});

const matchOf = (talk: string): string => talk.slice('talk-'.length);

async function dropTable(talk: string, ports: OldTablesPorts): Promise<void> {
  const match = matchOf(talk);
  await ports.dropGames(match);
  await dropStream(`match:${match}`, ports.storage);
  await dropConversation(talk, ports, (person) =>
    ports.storage.documents.remove('played', `${match}:${person}`),
  );
}
