/**
 * Loaded before a server (`--import`), makes it a program of the next version: what it writes of Four in a Row and of
 * conversations says so, and programs of today cannot read it.
 */
import { registerHooks } from 'node:module';

const NEXT: Readonly<Record<string, readonly [now: string, next: string]>> = {
  'shared/games/four-in-a-row/rules.ts': ['version: 1,', 'version: 2,'],
  'shared/chat/conversation.ts': ['version: 1,', 'version: 2,'],
};

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const change = Object.entries(NEXT).find(([file]) => url.endsWith(`/${file}`))?.[1];
    if (!change) return loaded;
    const source = String(loaded.source);
    if (source.split(change[0]).length !== 2) throw new Error(`${url} has another version by now`);
    return { ...loaded, source: source.replace(change[0], change[1]) };
  },
});
