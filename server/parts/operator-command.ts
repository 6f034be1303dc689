import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import type { Log } from '../../shared/engine/ports.ts';
import { readConfig } from '../config.ts';
import { HeldNames } from '../identity/held-names.ts';
import { Identities } from '../identity/identities.ts';
import { loginsIn } from '../identity/logins.ts';
import { FRESH_MS, Operators } from '../identity/operators.ts';
import { systemClock } from '../infra/clock.ts';
import { systemEntropy } from '../infra/entropy.ts';
import { createLog } from '../infra/log.ts';
import { OperatorLog } from '../rooms/operate/operator-log.ts';
import { StartError, wordsFor } from '../start/errors.ts';
import { FILE } from '../storage/sqlite/file.ts';
import { sqliteStorage } from '../storage/sqlite/storage.ts';
import type { DocumentStore, Storage } from '../storage/types.ts';

/** What `scripts/operator.mjs` runs on the Node that the package brings: `add <name>`, `remove <name>`, `list`. */

/** The store, beside the servers that use it: nobody is kept away. */
async function openBeside(log: Log): Promise<Storage> {
  const { mongodbUrl: url, dataDirectory: directory } = readConfig(process.env);
  if (url !== null) return (await import('../storage/mongoose/storage.ts')).mongooseStorage({ url, log });
  if (!existsSync(join(directory, FILE))) throw new StartError(`There is no store in ${directory}.`);
  return sqliteStorage({ directory, log });
}

/** Whose account has exactly this name. @throws StartError */
async function accountOf(name: string, documents: DocumentStore, identities: Identities): Promise<string> {
  const holder = await new HeldNames(documents).holder(name);
  const [person] = holder === null ? [] : await identities.byIds([holder]);
  const isSame = person?.name.normalize('NFKC').toLowerCase() === name.normalize('NFKC').toLowerCase();
  // One that only looks like it may be anybody's.
  if (!person || !isSame || !(await loginsIn(documents).get(person.id)))
    throw new StartError(`There is no account with the name ${name}. Who it is for keeps their name first.`);
  return person.id;
}

async function carryOut([what, name = '']: readonly string[], log: Log): Promise<string> {
  const storage = await openBeside(log);
  try {
    const { documents } = storage;
    const clock = systemClock();
    const identities = new Identities({ documents, clock, entropy: systemEntropy(), log, tell: () => {} });
    const operators = new Operators({ documents, clock, fixed: [] });
    if (what === 'list') {
      const people = await identities.byIds(await operators.appointed());
      const { operators: fixed } = readConfig(process.env);
      const lines = [
        ...people.map((person) => `${person.name} (${person.id})`),
        ...fixed.map((id) => `${id} (by OPERATORS)`),
      ];
      return lines.length > 0 ? lines.join('\n') : 'There are no operators.';
    }
    const person = await accountOf(name, documents, identities);
    const isAdded = what === 'add';
    const action = { type: isAdded ? 'appoint' : 'dismiss', person } as const;
    const record = { at: clock.now(), by: '', action, why: 'npm run operator', outcome: 'done' };
    await new OperatorLog(documents).begin(nanoid(), record);
    const isNew = await (isAdded ? operators.appoint(person) : operators.dismiss(person));
    if (!isNew) return `${name} ${isAdded ? 'is an operator already' : 'is no operator'}.`;
    const seconds = (2 * FRESH_MS) / 1_000;
    return isAdded
      ? `${name} is an operator, within ${seconds} seconds, and finds the page at /operate.`
      : `${name} is no operator any more, within ${seconds} seconds.`;
  } finally {
    await storage.close();
  }
}

try {
  const log = createLog({ ...readConfig(process.env), logLevel: 'error' });
  process.stdout.write(`${await carryOut(process.argv.slice(2), log)}\n`);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error && error.name === 'Unavailable' ? error.message : wordsFor(error)}\n`,
  );
  process.exitCode = 1;
}
