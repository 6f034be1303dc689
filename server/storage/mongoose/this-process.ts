import { readFileSync, readlinkSync } from 'node:fs';

/** The field of `/proc/<pid>/stat` that tells when a process began, counted behind its name, and that of its state. */
const STARTED = 19;
const STATE = 0;

/** What the system tells of a process, behind its name; null when it has ended, or only waits to be cleared away. */
function fieldsOf(pid: string): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
    return fields[STATE] === 'Z' ? null : fields;
  } catch {
    return null;
  }
}

/** Names a machine since it was started, and who shares its numbers of processes: a container has some of its own. */
const machine = (): string =>
  `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${readlinkSync('/proc/self/ns/pid')}`;

/** Names this process as no other one ever will be; null where the system does not tell (it is no Linux). */
export function nameOfThisProcess(): string | null {
  try {
    return `${machine()} ${process.pid} ${fieldsOf(String(process.pid))![STARTED]}`;
  } catch {
    return null;
  }
}

/**
 * Whether a process is known to have ended.
 * @param name what `nameOfThisProcess` said of it; false for one of another machine or container, of which nobody knows
 */
export function hasEnded(name: string): boolean {
  try {
    const here = machine();
    if (!name.startsWith(`${here} `)) return false;
    const [pid, started] = name.slice(here.length + 1).split(' ');
    return fieldsOf(pid!)?.[STARTED] !== started;
  } catch {
    return false;
  }
}
