import { expect, it } from 'vitest';
import type { ConversationCommand } from '../../../../shared/chat/types.ts';
import { ok } from '../../../../shared/core/result.ts';
import { FakeClock, fakeLog } from '../../../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../../../test/harness/memory-documents.ts';
import { GUEST_IDLE_MS, Identities } from '../../../identity/identities.ts';
import { systemEntropy } from '../../../infra/entropy.ts';
import { whatGuestsLeave } from '../../../storage/gone-guests.ts';
import { Sweeper } from '../../../storage/sweep.ts';
import { chatRecords } from '../records/records.ts';
import { PersonalData, type PersonalDataPorts } from './personal-data.ts';

it('a guest who stays away leaves nothing that is kept for them, also when the first try fails', async () => {
  const [documents, clock, log] = [new MemoryDocuments(), new FakeClock(), fakeLog()];
  const identities = new Identities({ documents, clock, entropy: systemEntropy(), log, tell() {} });
  const guest = (await identities.createGuest('hash-of-a-guest')).person.id;
  await clock.advance(GUEST_IDLE_MS);
  const other = (await identities.createGuest('hash-of-another')).person.id;
  const records = chatRecords(documents);
  const asked: string[] = [];
  for (const person of [guest, other])
    for (const conversation of ['lobby-a', 'group-b', 'talk-c']) {
      const key = `${conversation}:${person}`;
      const member = { conversation, standing: 'active', role: 'member', by: '', since: 0 } as const;
      await records.members.put(key, member, { owner: person });
      await records.writers.put(key, { conversation }, { owner: person });
      await records.readings.put(key, { no: 1, at: 1 }, { rank: 1 });
      await records.mentions.put(
        `${conversation}:1:${person}`,
        { conversation, seq: 1, no: 1, author: '' },
        {
          owner: person,
        },
      );
      await records.quiet.put(key, {}, { owner: person });
      await records.blocks.put(`${person}:x`, { person: 'x' }, { owner: person });
      await records.preferences.put(person, { whoMayWrite: 'met' });
    }
  const conversations = {
    async tell(id: string, command: ConversationCommand) {
      asked.push(`${id} ${command.type}`);
      if (asked.length === 1) throw new Error('away');
      return ok(null);
    },
  };
  const ports: Partial<PersonalDataPorts> = { records, conversations };
  const data = new PersonalData(ports as PersonalDataPorts);
  const rule = whatGuestsLeave(identities.gone, (person) => data.leave(person));
  await clock.advance(1);
  expect(await identities.sweep(clock.now() - GUEST_IDLE_MS)).toBe(1);
  for (let i = 0; i < 2; i++) await new Sweeper({ note: async () => {} }, [rule], log).run();
  expect(asked).toEqual(['group-b leave', 'group-b leave', 'lobby-a leave', 'talk-c leave']);
  const kinds = [
    'member',
    'writer',
    'reading',
    'mention',
    'quiet',
    'block',
    'chat-settings',
    'gone',
    'person',
  ];
  const rows = await Promise.all(kinds.map((kind) => documents.below(kind, Number.MAX_SAFE_INTEGER, 99)));
  const left = rows.flat();
  expect(left.filter(({ id, owner }) => `${id} ${owner}`.includes(guest))).toEqual([]);
  expect(left).toHaveLength(3 * 5 + 1 + 1 + 1);
});
