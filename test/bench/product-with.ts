import { registerHooks } from 'node:module';

const SERVER = new URL('../../server/', import.meta.url);

/**
 * Starts the product in this process with a module that one of its parts imports exchanged.
 * @param part the module, relative to `server`
 * @param importer who imports it, relative to `server`: nobody else gets the other one
 * @param standIn relative to this folder; exports what the importer needs of the part
 */
export async function productWith(part: string, importer: string, standIn: string): Promise<void> {
  const exchanged = new URL(part, SERVER).href;
  const by = new URL(importer, SERVER).href;
  let isExchanged = false;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (context.parentURL !== by || found.url !== exchanged) return found;
      isExchanged = true;
      return { ...found, url: new URL(standIn, import.meta.url).href };
    },
  });
  await import(new URL('index.ts', SERVER).href);
  if (!isExchanged) throw new Error(`${importer} does not import ${part} any more.`);
}
