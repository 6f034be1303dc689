import { registerHooks } from 'node:module';

const INDEX = new URL('../../server/index.ts', import.meta.url).href;

/**
 * Starts the product in this process with one of the modules that its composition root imports exchanged.
 * @param part relative to `server`
 * @param standIn relative to this folder; exports what the root needs of the part
 */
export async function productWith(part: string, standIn: string): Promise<void> {
  const exchanged = new URL(part, INDEX).href;
  let isExchanged = false;
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (context.parentURL !== INDEX || found.url !== exchanged) return found;
      isExchanged = true;
      return { ...found, url: new URL(standIn, import.meta.url).href };
    },
  });
  await import(INDEX);
  if (!isExchanged) throw new Error(`The product does not import ${part} any more.`);
}
