import type { Visitor } from '../../../server/rooms/guard/member.ts';
import type { Step } from '../../harness/history.ts';
import { machine, scheduler } from './globals.ts';
import { PageEnd } from './link.ts';
import type { Answer } from './process.ts';
import { Machine } from './scheduler.ts';

/** What a page reaches over the network. */
export interface Outside {
  request(page: Page, method: string, path: string, body: unknown): Promise<Answer>;
  connect(page: Page, url: string, end: PageEnd): void;
}

/** A page in a browser, as far as `client/net` needs one. */
export class Page extends Machine {
  readonly visitor: Visitor;
  readonly outside: Outside;
  readonly events = new EventTarget();
  readonly document = new EventTarget();
  /** Every command that left, and what came back. Streams are named by room: a conversation, or the code of a table. */
  readonly steps: Step[] = [];
  readonly heard: Uint8Array[] = [];
  isOnLine = true;

  constructor(visitor: Visitor, outside: Outside, seed: number) {
    super(visitor.person.name, seed);
    this.visitor = visitor;
    this.outside = outside;
  }
}

/** The page whose code runs. */
export const page = (): Page => machine() as Page;

/** Sends a request, as `fetch` does for `client/net`. */
async function fetchForPage(
  path: string,
  { method = 'GET', body, signal }: { method?: string; body?: string; signal?: AbortSignal } = {},
) {
  const from = page();
  const asked = from.outside.request(from, method, path, body === undefined ? undefined : JSON.parse(body));
  const late = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
  const { status, body: answer } = await Promise.race([asked, late]);
  return { ok: status < 400, status, json: async () => answer };
}

/** Makes the thread look like a browser: each page finds its own. Call it before anything of the client is loaded. */
export function installBrowser(): void {
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const ofPage =
    (target: 'events' | 'document', name: 'addEventListener' | 'removeEventListener') =>
    (type: string, act: EventListener) => {
      if (isRunning()) page()[target][name](type, act);
    };
  define('addEventListener', ofPage('events', 'addEventListener'));
  define('removeEventListener', ofPage('events', 'removeEventListener'));
  define('document', {
    visibilityState: 'visible',
    addEventListener: ofPage('document', 'addEventListener'),
    removeEventListener: ofPage('document', 'removeEventListener'),
  });
  define('location', { origin: 'http://simulation', hostname: 'simulation' });
  define('navigator', {
    languages: ['en'],
    get onLine() {
      return page().isOnLine;
    },
  });
  define('BroadcastChannel', undefined);
  define('sessionStorage', undefined);
  define('fetch', fetchForPage);
  define(
    'WebSocket',
    class extends PageEnd {
      static readonly OPEN = 1;
      constructor(url: string) {
        super();
        page().outside.connect(page(), url, this);
      }
    },
  );
}

function isRunning(): boolean {
  try {
    scheduler();
    return true;
  } catch {
    return false;
  }
}
