/**
 * A Vite plugin for the production build: what makes the client an app that can be installed and opens without a
 * connection. Everything it adds has a fixed name, beside the page: manifest, icons, the service worker with the list of
 * what practice needs, and the page that is shown without a connection.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, type Rolldown, transformWithOxc } from 'vite';

const FOLDER = new URL('../client/offline/', import.meta.url);
const ICONS = ['icon-180.png', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'];
/** The way to practice, module by module: each is loaded by the one before. */
const PARTS = [
  ...['dom/other.ts', 'alone/AlonePage.tsx', 'alone/pages.ts', 'alone/Practice.tsx', 'alone/bot-tasks.ts'],
  // Those of other languages are kept by whoever reads the pages in them.
  'alone/words-en.ts',
];

const read = (name: string) => readFileSync(new URL(name, FOLDER));

/** Messages of one language, `messages/table/de.ts`, `messages/about.de.ts`, and the words of a bot, `alone/words-de.ts`. */
const IN_LANGUAGE = /\/(?:(?:i18n|messages)\/(?:[\w-]+[/.])?|alone\/words-)([a-z]{2})\.ts$/;

/** Of which language everything in a chunk is; undefined for code, which has the English messages with it. */
function languageOf(chunk: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): string | undefined {
  if (chunk?.type !== 'chunk') return undefined;
  const own = IN_LANGUAGE.exec(chunk.facadeModuleId ?? '')?.[1];
  const found = new Set(own ? [own] : chunk.moduleIds.map((id) => IN_LANGUAGE.exec(id)?.[1]));
  const [language] = found;
  return found.size === 1 && language !== 'en' ? language : undefined;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** A script of the folder, without its types. */
async function script(name: string): Promise<string> {
  const { code } = await transformWithOxc(read(name).toString(), fileURLToPath(new URL(name, FOLDER)));
  return code;
}

export const installable = (): Plugin => ({
  name: 'installable',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path }) =>
      path === '/index.html'
        ? [
            { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' } },
            { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icon-180.png' } },
          ]
        : [],
  },
  async generateBundle(_options, bundle) {
    const files = new Set<string>();
    const languages: Record<string, string[]> = {};
    const add = (name: string): void => {
      const chunk = bundle[name];
      if (files.has(name) || !chunk) return;
      files.add(name);
      if (chunk.type !== 'chunk') return;
      for (const each of chunk.imports) add(each);
      for (const each of chunk.dynamicImports) {
        const language = languageOf(bundle[each]);
        if (language) languages[language] = [...(languages[language] ?? []), `/${each}`];
      }
      for (const each of chunk.viteMetadata?.importedCss ?? []) add(each);
    };
    const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
    const chunkOf = (module: string) =>
      chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
    const entry = chunkOf('client/main.tsx');
    for (const chunk of [entry, ...PARTS.map(chunkOf)]) {
      if (!chunk) return this.error('The parts of practice are not where they were: see PARTS.');
      add(chunk.fileName);
    }
    for (const name of Object.keys(bundle)) if (name.endsWith('.woff2')) add(name);

    const reload = await script('reload.ts');
    const reloadName = `assets/reload-${hashOf(reload)}.js`;
    const page = read('offline.html').toString().replace('/reload.js', `/${reloadName}`);
    const worker = await script('worker.ts');
    const list = [...[...files].sort().map((name) => `/${name}`), `/${reloadName}`];
    const version = hashOf(JSON.stringify([list, worker, page]));
    const plan = { version, entry: entry?.fileName, files: list, languages };
    const added = {
      [reloadName]: reload,
      'offline.html': page,
      ...Object.fromEntries(ICONS.map((name) => [name, read(`icons/${name}`)])),
      'manifest.webmanifest': read('manifest.json'),
      'sw.js': `const PLAN = ${JSON.stringify(plan)};\n${worker}`,
    };
    for (const [fileName, source] of Object.entries(added))
      this.emitFile({ type: 'asset', fileName, source });
  },
});
