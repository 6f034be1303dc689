import { registerHooks } from 'node:module';

const SERVER = new URL('../../dist/server/server/', import.meta.url);

/**
 * Starts the built product in this process with a module that one of its parts imports exchanged.
 * @param part the module, relative to `server`, without its ending
 * @param importer who imports it, in the same way: nobody else gets the other one
 * @param standIn relative to this folder; exports what the importer needs of the part
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
      return { url: new URL(standIn, import.meta.url).href, format: 'module-typescript', shortCircuit: true };
    },
  });
  await import(new URL('index.js', SERVER).href);
  if (!isExchanged) throw new Error(`${importer} does not import ${part} any more.`);
}
