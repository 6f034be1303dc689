import { parseArgs } from 'node:util';

const HELP = `npm run probe -- --url https://play.example

Comes to a server as a person does: begins a session, makes a table, plays some moves against a bot, writes in a lobby,
leaves. One line for each step with its time; ends with 0 when all of it worked, else with 1.

  --url URL        the address that people type
  --moves 3        how many moves are played
  --lobby probe    the lobby where a message is written, and taken back; made when there is none
  --timeout 30     seconds after which it has failed, and ends
  --metrics FILE   writes the result for node_exporter's textfile collector, all at once
`;

export interface ProbeOptions {
  readonly url: string;
  readonly moves: number;
  readonly lobby: string;
  readonly timeoutMs: number;
  /** Where the result is written; null for nowhere. */
  readonly metrics: string | null;
}

/** The command cannot be understood; the message is for whoever typed it. */
export class ProbeUsageError extends Error {}

const MOST_MOVES = 15;
const MOST_SECONDS = 600;

/** Reads the command line; a text is to be shown instead. @throws ProbeUsageError */
export function readProbeOptions(args: readonly string[]): ProbeOptions | string {
  const values = parsed(args);
  if (values.help) return HELP;
  const { url, moves, lobby, timeout, metrics = null } = values;
  if (url === undefined) throw new ProbeUsageError('--url is missing. See npm run probe -- --help');
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new ProbeUsageError(`--url ${url} is no address such as https://play.example`);
  if (!/^[a-z0-9-]{2,32}$/.test(lobby))
    throw new ProbeUsageError('--lobby must be 2 to 32 small letters, digits or -');
  return {
    url,
    moves: whole('moves', moves, 1, MOST_MOVES),
    lobby,
    timeoutMs: whole('timeout', timeout, 1, MOST_SECONDS) * 1_000,
    metrics,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        moves: { type: 'string', default: '3' },
        lobby: { type: 'string', default: 'probe' },
        timeout: { type: 'string', default: '30' },
        metrics: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new ProbeUsageError(`${(error as Error).message} See npm run probe -- --help`);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ProbeUsageError(`--${name} must be a whole number from ${least} to ${most}`);
  return number;
}
