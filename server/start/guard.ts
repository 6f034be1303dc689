import { wordsFor } from './errors.ts';

/**
 * Until the server is ready, whatever goes wrong and is not caught ends it with a sentence and exit code 1, so that it
 * never stays half started. Returns how to say that it is ready.
 */
export function guardStart(): () => void {
  const fail = (error: unknown): never => {
    process.stderr.write(`\n  ${wordsFor(error).replaceAll('\n', '\n  ')}\n\n`);
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return () => {
    process.removeListener('uncaughtException', fail);
    process.removeListener('unhandledRejection', fail);
  };
}
