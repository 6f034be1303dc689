import { STEP, type SweepRule } from '../../../storage/sweep.ts';
import { LEFT } from '../records/records.ts';
import { type DropPorts, dropConversation } from './drop-conversation.ts';

export interface LeftTalksPorts extends DropPorts {
  /** Talks that the last one left before this moment have expired, epoch ms. */
  before(): number;
  now(): number;
  /** Whether a conversation is open at this moment. */
  isInUse(conversation: string): Promise<boolean>;
}

/** Private talks and groups that everybody left go after a while; who begins to write again begins anew. */
export const leftTalks = (ports: LeftTalksPorts): SweepRule => ({
  name: 'left talks',
  async step() {
    const { conversations } = ports.records;
    const after = { rank: ports.before(), id: '' };
    const found = await conversations.list(LEFT, { limit: STEP, after });
    for (const [id, setup] of found) {
      if (await ports.isInUse(id)) await conversations.put(id, setup, { owner: LEFT, rank: ports.now() });
      else await dropConversation(id, ports);
    }
    return found.size;
  },
});
