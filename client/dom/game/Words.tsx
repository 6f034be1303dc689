import { useMemo } from 'preact/hooks';
import { partsOf, wordsAt } from '../../store/own-words.ts';
import { useView } from '../table/context.ts';
import { Own } from '../ui/Own.tsx';

/**
 * A sentence whose names, clues and colors a page translator leaves alone. Another sentence is another element:
 * translators put their own nodes in place of text, and a change of the old text would never be seen.
 */
export function Words({ text }: { text: string }) {
  const { view } = useView();
  const parts = useMemo(() => partsOf(text, wordsAt(view)), [text, view]);
  return (
    <span key={text}>
      {parts.map(({ part, isOwn }, index) => (isOwn ? <Own key={index}>{part}</Own> : part))}
    </span>
  );
}
