import { type PageLanguage, pageLanguage } from './language.ts';

/** What a part says in any language, by its English: the words themselves are no part of the type. */
export type Messages<M> = M extends string
  ? string
  : M extends (...facts: infer F) => infer R
    ? (...facts: F) => Messages<R>
    : { readonly [K in keyof M]: Messages<M[K]> };

/** How the other languages of a part are loaded, each when it is the page's. */
type Others<M> = Readonly<Record<Exclude<PageLanguage, 'en'>, () => Promise<{ readonly messages: M }>>>;

/** So long messages are waited for; then what is missing is shown in English. A request can hang for ever. */
const PATIENCE_MS = 5_000;

const loading = new Set<Promise<void>>();

/**
 * The messages of a part of the pages in the page's language. A message is a text, or a function that makes one of what
 * it is about. English comes with the code of the part and gives the type; another language is loaded when the part is,
 * and what cannot be loaded is shown in English.
 *
 * Whoever loads code that has messages waits for `withMessages` before it is shown. So they are read while something is
 * drawn, never while a module is loaded.
 */
export function messagesOf<M extends object>(english: M, others: Others<M>): Readonly<M> {
  if (pageLanguage === 'en') return english;
  const all = { ...english };
  const done = others[pageLanguage]().then(
    ({ messages }) => {
      Object.assign(all, messages);
    },
    () => {},
  );
  loading.add(done);
  void done.then(() => loading.delete(done));
  return all;
}

/** What was loaded, with all messages of it. */
export async function withMessages<T>(loaded: T | Promise<T>): Promise<T> {
  const result = await loaded;
  if (loading.size > 0) {
    const late = new Promise<void>((done) => setTimeout(done, PATIENCE_MS));
    await Promise.race([late, Promise.all(loading)]);
  }
  return result;
}
