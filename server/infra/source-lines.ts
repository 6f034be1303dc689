import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A place in a file of this program, as it stands in a stack trace. */
const PLACE = /(file:\/\/\S+\.js):(\d+):(\d+)/g;

/** By file; null where none lies beside it. Read with the first error from there: all of them together take 3 MB. */
const maps = new Map<string, SourceMap | null>();

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')));
  } catch {
    // Then the place in what was built has to do.
  }
  maps.set(file, map);
  return map;
}

function sourceOf(place: string, file: string, line: string, column: string): string {
  if (file.includes('/node_modules/')) return place;
  const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
  return origin && 'fileName' in origin
    ? `${new URL(origin.fileName, file)}:${origin.lineNumber}:${origin.columnNumber}`
    : place;
}

/**
 * A stack trace that names lines of the sources instead of lines of what was built from them. Libraries are named as they
 * are. Node does the same with `--enable-source-maps`, and keeps every map of every module for it from the start on.
 */
export const inSources = (stack: string): string => stack.replace(PLACE, sourceOf);
