import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

/** Attributes whose values nobody reads. */
const UNREAD =
  /^(class|style|d|viewBox|for|id|type|role|href|src|autoComplete|rel|inputMode|key|describedBy|aria-(describedby|labelledby|controls)|preserveAspectRatio|data-.*)$/i;

/** Functions whose arguments nobody reads. */
const UNREAD_CALLS =
  /^(querySelector|querySelectorAll|matchMedia|closest|matches|setProperty|error|warn|run|finish|isRunning)$/;

/** Keys of a keyboard, as events name them. */
const KEYS = new Set(
  'Enter Escape Tab Space Home End PageUp PageDown Backspace Delete Shift Control'.split(' '),
);

/** Two words, or one that begins with a capital letter as a label does; lengths and fonts are for the browser. */
const isRead = (text: string): boolean =>
  !/px\b/.test(text) &&
  (/\p{L}{2,},? \p{L}+/u.test(text) || (/^\p{Lu}\p{Ll}+[….!?:]?$/u.test(text) && !KEYS.has(text)));

interface Found {
  readonly line: number;
  readonly text: string;
}

/** What people would read in the source of a module (`.ts`, `.tsx`): text in markup, sentences and labels in strings. */
export function sentencesIn(file: string): Found[] {
  const source = readFileSync(file, 'utf8');
  const { program } = parseSync(file, source, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const unread = new Set<object>();
  const leaveOut = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || unread.has(node)) return;
    unread.add(node);
    for (const child of Object.values(node)) leaveOut(child);
  };
  new Visitor({
    ImportDeclaration: ({ source: from }) => leaveOut(from),
    ExportNamedDeclaration: ({ source: from }) => leaveOut(from),
    ImportExpression: ({ source: from }) => leaveOut(from),
    TSLiteralType: leaveOut,
    AssignmentExpression: ({ left, right }) => {
      if (
        left.type === 'MemberExpression' &&
        left.property.type === 'Identifier' &&
        left.property.name === 'className'
      )
        leaveOut(right);
    },
    JSXAttribute: ({ name, value }) => {
      if (UNREAD.test(String(name.name))) leaveOut(value);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name.endsWith('Error')) leaveOut(given);
    },
    CallExpression: ({ callee, arguments: given }) => {
      const called = callee.type === 'MemberExpression' ? callee.property : callee;
      if (called.type === 'Identifier' && UNREAD_CALLS.test(called.name)) leaveOut(given);
    },
  }).visit(program);
  const found: Found[] = [];
  const add = (at: number, text: string): void => {
    found.push({ line: source.slice(0, at).split('\n').length, text });
  };
  new Visitor({
    JSXText: ({ start, value }) => {
      if (/\p{L}{2,}/u.test(value)) add(start, value.trim());
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && !unread.has(node) && isRead(node.value))
        add(node.start, node.value);
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map(({ value }) => value.cooked).join('x');
      if (!unread.has(node) && isRead(text)) add(node.start, text);
    },
  }).visit(program);
  return found;
}
