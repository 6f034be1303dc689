import { expect, it } from 'vitest';
import type { ConversationCommand } from '../../../../shared/chat/types.ts';
import { err, ok } from '../../../../shared/core/result.ts';
import { MemoryDocuments } from '../../../../test/harness/memory-documents.ts';
import { Unavailable } from '../../../storage/types.ts';
import { chatRecords } from '../records/records.ts';
import { PersonalData, type PersonalDataPorts } from './personal-data.ts';

const PERSON = 'ana';
const LOBBY = 'lobby-a';

/** A person who wrote in a lobby, which answers what it is told with these codes in turn, then carries it out. */
async function person(...refusals: string[]) {
  const records = chatRecords(new MemoryDocuments());
  await records.writers.put(`${LOBBY}:${PERSON}`, { conversation: LOBBY }, { owner: PERSON });
  const told: string[] = [];
  const emptied: string[] = [];
  const ports: Partial<PersonalDataPorts> = {
    records,
    entries: {
      async ofAuthor(stream: string) {
        emptied.push(stream);
        return [];
      },
    } as unknown as PersonalDataPorts['entries'],
    conversations: {
      async tell(_: string, { type }: ConversationCommand) {
        told.push(type);
        const code = refusals.shift();
        return code === undefined ? ok(null) : err({ code });
      },
    },
  };
  return { data: new PersonalData(ports as PersonalDataPorts), records, told, emptied };
}

async function toTheEnd(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps);
}

it.each(['unavailable', 'busy', 'internal', 'moved', 'gone'])(
  'nothing of a person is taken for forgotten where forgetting was refused as %s, which is said again',
  async (code) => {
    const { data, records, told, emptied } = await person(code);
    await expect(toTheEnd(data.erase(PERSON))).rejects.toThrow(Unavailable);
    expect(emptied).toEqual([]);
    expect(await records.writers.get(`${LOBBY}:${PERSON}`)).not.toBeNull();
    await toTheEnd(data.erase(PERSON));
    expect(told).toEqual(['erase', 'erase']);
    expect(emptied).toHaveLength(1);
    expect(await records.writers.get(`${LOBBY}:${PERSON}`)).toBeNull();
  },
);

it.each(['unavailable', 'busy', 'internal', 'moved', 'gone'])(
  'a guest who could not be taken out as it was refused as %s is still known to be there',
  async (code) => {
    const { data, records, told } = await person(code);
    await expect(toTheEnd(data.leave(PERSON))).rejects.toThrow(Unavailable);
    expect(await records.writers.get(`${LOBBY}:${PERSON}`)).not.toBeNull();
    await toTheEnd(data.leave(PERSON));
    expect(told).toEqual(['leave', 'leave']);
  },
);

it.each(['no_conversation', 'not_member', 'not_open', 'no_change'])(
  'what is refused for good as %s is not said again',
  async (code) => {
    const { data, told } = await person(code, code);
    await toTheEnd(data.leave(PERSON));
    expect(told).toEqual(['leave']);
  },
);
