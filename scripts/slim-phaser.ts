/**
 * A Vite plugin for the production build: resolves `phaser` to the parts of its sources that the board uses, with the
 * Canvas renderer only. It knows Phaser's inside (4.2.x); leave it out and everything works the same, but larger.
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const ENTRY = '\0slim-phaser';

/** Conditions that Phaser's own build sets; `typeof X` is never false by itself. */
const FLAGS: readonly (readonly [RegExp, string])[] = [
  [/typeof CANVAS_RENDERER/g, 'true'],
  [/typeof WEBGL_RENDERER/g, 'false'],
  [/typeof WEBGL_DEBUG/g, 'false'],
  [/typeof PLUGIN_\w+/g, 'false'],
  [/typeof FEATURE_SOUND/g, 'false'],
  [/typeof EXPERIMENTAL/g, 'false'],
];

/** What `painter.ts` and its layers take from `phaser`. */
const source = (src: string) => `
import '${src}/events/EventEmitter.js';
import '${src}/cameras/2d/CameraManager.js';
import '${src}/gameobjects/DisplayList.js';
import '${src}/gameobjects/UpdateList.js';
import '${src}/gameobjects/GameObjectFactory.js';
import '${src}/gameobjects/GameObjectCreator.js';
import '${src}/gameobjects/image/ImageFactory.js';
import '${src}/gameobjects/graphics/GraphicsFactory.js';
import '${src}/scene/ScenePlugin.js';
export { default as Game } from '${src}/core/Game.js';
export { default as BlendModes } from '${src}/renderer/BlendModes.js';
import Events from '${src}/core/events/index.js';
import FilterMode from '${src}/textures/const.js';
export const CANVAS = 1;
export const Core = { Events };
export const Scale = { NONE: 0 };
export const Textures = { FilterMode };
`;

/**
 * Parts that Phaser makes or names in any case, and that a board which is only painted never uses: input (the DOM grid takes
 * it), animations, textures for WebGL, filters, and mathematics in three dimensions.
 */
const UNUSED: readonly string[] = [
  'animations/AnimationManager.js',
  'gameobjects/components/FilterList.js',
  'gameobjects/components/PathFollower.js',
  'gameobjects/tilesprite/TileSprite.js',
  'input/InputManager.js',
  'math/Euler.js',
  'math/Hash.js',
  'math/HashCell.js',
  'math/HashSimplex.js',
  'math/Matrix3.js',
  'math/Matrix4.js',
  'math/Quaternion.js',
  'math/RotateVec3.js',
  'math/Vector4.js',
  'renderer/webgl/wrappers/WebGLTextureWrapper.js',
  'textures/DynamicTexture.js',
  'textures/parsers/PCTDecode.js',
  'textures/parsers/PVRParser.js',
  'textures/parsers/KTXParser.js',
];

/** Stands for each of them: something that can be made, placed once by the manager of textures, and destroyed. */
const NOTHING = `
function Nothing() {}
Nothing.prototype.setOrigin = function () { return this; };
Nothing.prototype.destroy = function () {};
module.exports = Nothing;
`;

export function slimPhaser(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('phaser/package.json')).replaceAll('\\', '/');
  const src = join(root, 'src').replaceAll('\\', '/');
  const unused = new Set(UNUSED.map((path) => `${src}/${path}`));
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'phaser' ? ENTRY : null),
    load(id) {
      if (id === ENTRY) return source(src);
      return unused.has(id) ? NOTHING : null;
    },
    buildEnd() {
      if (this.getModuleInfo(ENTRY) === null) return;
      const moved = [...unused].filter((id) => this.getModuleInfo(id) === null);
      if (moved.length > 0) this.error(`Phaser has no such parts any more, see UNUSED: ${moved.join(', ')}`);
    },
    transform(code, id) {
      if (!id.startsWith(src)) return null;
      let next = code;
      for (const [pattern, value] of FLAGS) next = next.replace(pattern, value);
      return next === code ? null : { code: next, map: null };
    },
  };
}
