import { createElement } from 'preact';

/** A Lucide icon as its parts. */
export type IconNode = readonly (readonly [string, Readonly<Record<string, string>>])[];

/** A decoration beside a word, or inside a button that has a label of its own. */
export function Icon({ node, size = 20 }: { node: IconNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {node.map(([tag, attributes], index) => createElement(tag, { ...attributes, key: index }))}
    </svg>
  );
}
