import { STEP, type SweepRule } from '../../../storage/sweep.ts';
import type { ChatRecords } from '../records/records.ts';

/** How far people read is kept while they take part; of those who only looked in, until it is older than `before`. */
export const oldReadings = (
  { readings, members }: Pick<ChatRecords, 'readings' | 'members'>,
  ports: { before(): number; now(): number },
): SweepRule => ({
  name: 'readings',
  async step() {
    const old = await readings.below(ports.before(), STEP);
    const taking = await members.getMany([...old.keys()]);
    for (const [id, reading] of old) {
      const standing = taking.get(id)?.standing;
      const isNeeded = standing === 'active' || standing === 'asked';
      // An older program ranked none of them: they have their time from now on, too.
      if (isNeeded || reading.at === 0) {
        const at = reading.at || ports.now();
        await readings.put(id, { ...reading, at }, { rank: ports.now() });
      } else await readings.remove(id);
    }
    return old.size;
  },
});
