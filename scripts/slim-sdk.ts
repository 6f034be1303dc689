/**
 * A Vite plugin for the production build: resolves `@colyseus/sdk` to what `client/net` uses of it. Out go signing in,
 * HTTP, WebTransport, inputs with their clock, and everything that sends a state instead of receiving it. It knows the
 * inside of the SDK (0.18.x) and of `@colyseus/schema` (5.0.x); leave it out and everything works the same, but larger.
 */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const slashed = (path: string) => path.replaceAll('\\', '/');
const ours = slashed(fileURLToPath(new URL('../client/net/slim', import.meta.url)));
const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string) => slashed(dirname(dirname(resolve(name))));

/** Where the packages are. */
interface Packages {
  readonly sdk: string;
  readonly schema: string;
}

/** What is imported by these names, in the sources of the client and of the packages. */
const modules = ({ sdk, schema }: Packages): Readonly<Record<string, string>> => ({
  '@colyseus/sdk': `
export { Client } from '${sdk}/build/Client.mjs';
import { registerSerializer } from '${sdk}/build/serializer/Serializer.mjs';
import { SchemaSerializer } from '${sdk}/build/serializer/SchemaSerializer.mjs';
registerSerializer('schema', SchemaSerializer);
`,
  '@colyseus/schema': `
export { Decoder } from '${schema}/src/decoder/Decoder.ts';
export { decode } from '${schema}/src/encoding/decode.ts';
export { encode } from '${schema}/src/encoding/encode.ts';
export { Reflection } from '${ours}/reflection.ts';
export const getDecoderStateCallbacks = null;
`,
  msgpackr: `
export { Packr, RESERVE_START_SPACE } from '${ours}/pack.ts';
export { unpack } from '${ours}/unpack.ts';
`,
  ws: 'export default null;',
  'slim-sdk/inside': `
import '${schema}/src/symbol.shim.ts';
export { Decoder } from '${schema}/src/decoder/Decoder.ts';
export * from '${schema}/src/decoder/DecodeOperation.ts';
export * from '${schema}/src/types/symbols.ts';
export { OPERATION } from '${schema}/src/encoding/spec.ts';
export const $metadata = Symbol.metadata;
`,
});

/** What takes the place of files of the packages. A value that is null is never used by what is left. */
const replacements = ({ sdk, schema }: Packages): Readonly<Record<string, string>> => ({
  [`${sdk}/build/Auth.mjs`]: 'export class Auth {}',
  [`${sdk}/build/HTTP.mjs`]: 'export class HTTP { options = {}; }',
  [`${sdk}/build/RoomClock.mjs`]: 'export const NULL_CLOCK = null;',
  [`${sdk}/build/debug-channel.mjs`]: 'export const publishDebug = () => {};',
  [`${sdk}/build/3rd_party/discord.mjs`]: 'export const discordURLBuilder = null;',
  [`${sdk}/build/input/RoomInput.mjs`]: 'export const RoomInput = null;',
  [`${sdk}/build/transport/H3Transport.mjs`]: 'export class H3TransportTransport {}',
  [`${schema}/src/Schema.ts`]: `export { Schema } from '${ours}/structure.ts';`,
  [`${schema}/src/types/TypeContext.ts`]: `export { TypeContext } from '${ours}/structure.ts';`,
  [`${schema}/src/types/registry.ts`]: `export { getType } from '${ours}/collections.ts';`,
  [`${schema}/src/types/quantize.ts`]:
    'export const isQuantizedType = () => false; export const decodeQuantized = null;',
});

/** @param packages other copies of the packages than those that are installed */
export function slimSdk(
  packages: Packages = { sdk: folderOf('@colyseus/sdk'), schema: folderOf('@colyseus/schema') },
): Plugin {
  const named = modules(packages);
  const replaced = replacements(packages);
  const unseen = new Set(Object.keys(replaced));
  return {
    name: 'slim-sdk',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const missing = Object.keys(replaced).filter((file) => !existsSync(file));
      if (missing.length > 0) this.error(moved(missing));
    },
    resolveId: (id) => (id in named ? `\0slim:${id}` : null),
    load(id) {
      unseen.delete(id);
      return replaced[id] ?? (id.startsWith('\0slim:') ? named[id.slice('\0slim:'.length)] : null);
    },
    buildEnd(error) {
      // Nothing imports a file any more: something else does its work now, and is in the build.
      if (!error && unseen.size > 0) this.error(moved([...unseen]));
    },
  };
}

const moved = (files: readonly string[]): string =>
  `slim-sdk leaves out files that are no longer where they were: ${files.join(', ')}. ` +
  'Compare scripts/slim-sdk.ts with the installed packages, or take it out of vite.config.ts: the client is larger then.';
