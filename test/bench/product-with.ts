import { registerHooks } from 'node:module';

/** Seen from where this file is built. */
const SERVER = new URL('../../../server/server/', import.meta.url);

/**
 * Starts the built product in this process with a module that one of its parts imports exchanged.
 * @param part the module, relative to `server`, without its ending
 * @param importer who imports it, in the same way: nobody else gets the other one
 * @param standIn relative to this folder, in the same way; exports what the importer needs of the part
 */
export async function productWith(part: string, importer: string, standIn: string): Promise<void> {
  const exchanged = new URL(`${part}.js`, SERVER).href;
  const by = new URL(`${importer}.js`, SERVER).href;
  let isExchanged = false;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (context.parentURL !== by || found.url !== exchanged) return found;
      isExchanged = true;
      return { ...found, url: new URL(`${standIn}.js`, import.meta.url).href };
    },
  });
  await import(new URL('index.js', SERVER).href);
  if (!isExchanged) throw new Error(`${importer} does not import ${part} any more.`);
}
