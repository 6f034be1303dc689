import { posix } from 'node:path';

/** Files that each need one another, by the way of what they import. */
export type Circle = readonly string[];

/**
 * The circles of a graph of imports (Tarjan's strongly connected components with more than one file, or with a file that
 * imports itself), each sorted.
 */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): Circle[] {
  const found: Circle[] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    lowest.set(file, index.get(file)!);
    path.push(file);
    for (const other of imports.get(file) ?? []) {
      if (!index.has(other)) visit(other);
      if (path.includes(other)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(other)!));
    }
    if (lowest.get(file) !== index.get(file)) return;
    const circle = path.splice(path.indexOf(file));
    if (circle.length > 1 || imports.get(file)?.includes(file)) found.push(circle.sort());
  };
  for (const file of imports.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** The files that a file imports by their path, as paths from the root. */
export const pathsIn = (file: string, specifiers: readonly string[]): string[] =>
  specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file), specifier));
