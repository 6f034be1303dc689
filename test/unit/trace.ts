import { parseSync } from 'vite';

/** One line of a traced example. */
export interface Hop {
  readonly file: string;
  /** The function that is passed through; `#` names a private method. */
  readonly name: string;
  /** The hop before calls this one by its name; else something carries it, a socket or a subscription. */
  readonly isCalled: boolean;
}

const HOP = /^\d+\. (⇢ )?`([^`]+)` › `([^`]+)`/;

/** The hops below a heading: lines such as `` 3. `server/index.ts` › `start`: what happens ``. */
export function hopsOf(markdown: string, heading: string): Hop[] {
  const section = markdown.split(`\n${heading}\n`)[1]?.split(/^#+ /m)[0] ?? '';
  return section.split('\n').flatMap((line) => {
    const [, carried, file, name] = HOP.exec(line) ?? [];
    return file === undefined || name === undefined ? [] : [{ file, name, isCalled: carried === undefined }];
  });
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The name of an identifier, with the `#` of a private one. */
const nameOf = (value: unknown): string | undefined => {
  if (!isTree(value) || typeof value.name !== 'string') return undefined;
  return value.type === 'PrivateIdentifier' ? `#${value.name}` : value.name;
};

function* nodesOf(value: unknown): Generator<Tree> {
  if (!isTree(value)) return;
  if (!Array.isArray(value)) yield value;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

const FUNCTIONS: ReadonlySet<unknown> = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

/** What a node defines under a name, when it is a function: declared, a method, a field, or a constant. */
function definedBy(node: Tree): { readonly name: string | undefined; readonly body: unknown } | null {
  if (node.type === 'FunctionDeclaration') return { name: nameOf(node.id), body: node.body };
  if (node.type === 'VariableDeclarator' && isTree(node.init) && FUNCTIONS.has(node.init.type))
    return { name: nameOf(node.id), body: node.init };
  const isMember =
    node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'Property';
  if (isMember && isTree(node.value) && FUNCTIONS.has(node.value.type))
    return { name: nameOf(node.key), body: node.value };
  return null;
}

/** The names that the functions called `name` in a source use; null when it defines none. */
export function usedIn(file: string, source: string, name: string): ReadonlySet<string> | null {
  const bodies = [...nodesOf(parseSync(file, source).program)].flatMap((node) => {
    const defined = definedBy(node);
    return defined?.name === name ? [defined.body] : [];
  });
  if (bodies.length === 0) return null;
  return new Set(bodies.flatMap((body) => [...nodesOf(body)].flatMap((node) => nameOf(node) ?? [])));
}
