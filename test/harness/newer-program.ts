/**
 * Loaded before a server (`--import`), makes it a program of the next version: what it writes of Four in a Row and of
 * conversations says so, and programs of today cannot read it.
 */
import { registerHooks } from 'node:module';

const NEXT: readonly string[] = ['shared/games/four-in-a-row/rules.ts', 'shared/chat/conversation.ts'];
const VERSION = /\bversion: (\d+),/g;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!NEXT.some((file) => url.endsWith(`/${file}`))) return loaded;
    const source = String(loaded.source);
    if (source.match(VERSION)?.length !== 1) throw new Error(`${url} does not say its version once`);
    return { ...loaded, source: source.replace(VERSION, (_, now) => `version: ${Number(now) + 1},`) };
  },
});
