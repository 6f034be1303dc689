import { inSources } from '../infra/source-lines.ts';

/** The server cannot start, for a reason that whoever starts it can mend. The message is a sentence for them. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Where the server was told to listen. */
interface Place {
  readonly host: string;
  readonly port: number;
  /** The variables that say so. */
  readonly portName?: string;
  readonly hostName?: string;
}

/** Why a port cannot be listened on, and what to do about it. */
export function listenError(
  error: NodeJS.ErrnoException,
  { host, port, portName = 'PORT', hostName = 'HOST' }: Place,
): StartError {
  const example = `for example ${portName}=${port === 2567 ? 2568 : 2567}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use by another program. End it, or choose another port, ${example}.`,
      );
    case 'EACCES':
      return new StartError(`This user may not listen on port ${port}. Choose another one, ${example}.`);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `This machine has no address ${host}. Set ${hostName} to one that it has, or to 0.0.0.0 for all of them.`,
      );
    default:
      return new StartError(`The server cannot listen on ${host}, port ${port}: ${error.message}.`);
  }
}

const FILE_TROUBLES: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a part of this path is a file',
  EEXIST: 'it is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there can be no folder in that place',
};

/** What the system says of a folder, in words; null when it is not about the folder. */
const folderTrouble = ({ cause }: Error): string | null =>
  FILE_TROUBLES[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''] ?? null;

/** Where things are to be kept: the database, when there is a URL, or the folder. */
interface Keep {
  readonly dataDirectory: string;
  readonly mongodbUrl: string | null;
}

/** Why the store cannot be opened. */
export function storeError(error: Error, { dataDirectory, mongodbUrl }: Keep): StartError {
  const { message } = error;
  if (mongodbUrl !== null) return new StartError(`MongoDB cannot be used: ${message}. See MONGODB_URL.`);
  const trouble = folderTrouble(error);
  if (trouble !== null) {
    const words = `The folder ${dataDirectory} cannot be used: ${trouble}. Set DATA_DIR to another one.`;
    return new StartError(words);
  }
  return new StartError(`The store in the folder ${dataDirectory} cannot be opened: ${message}`);
}

/** Two servers on one store that know nothing of each other would throw each other's games out. */
export function heldError({ dataDirectory, mongodbUrl }: Keep): StartError {
  const [what, other] =
    mongodbUrl === null
      ? [`the folder ${dataDirectory}`, 'DATA_DIR to another folder']
      : ['this database', 'MONGODB_URL to another one'];
  return new StartError(
    `Another server uses ${what}. End it, or set ${other}, or REDIS_URL for both: with one Redis they share it.`,
  );
}

/** Two processes of one name cannot be told apart by a proxy. */
export const nameError = (name: string): StartError =>
  new StartError(`Another process is called ${name}. End it, or give this one another PROCESS_NAME.`);

/** What to say of an error that ended the start. One that nobody foresaw is a bug, and shown whole. */
export const wordsFor = (error: unknown): string => {
  if (error instanceof StartError) return error.message;
  return error instanceof Error ? inSources(error.stack ?? error.message) : String(error);
};
