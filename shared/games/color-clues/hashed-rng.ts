import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Rng, rngFrom } from '../../core/rng.ts';

/** Draws that follow from a text, the same everywhere and for ever: whoever does not know the text cannot foretell them. */
export function hashedRng(text: string): Rng {
  const words: number[] = [];
  let blocks = 0;
  return rngFrom(() => {
    if (words.length === 0) {
      const { buffer, byteOffset, byteLength } = sha256(utf8ToBytes(`${text} ${blocks++}`));
      const block = new DataView(buffer, byteOffset, byteLength);
      for (let at = 0; at < block.byteLength; at += 4) words.push(block.getUint32(at));
    }
    return words.shift()!;
  });
}
