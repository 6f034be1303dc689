import { useMemo } from 'preact/hooks';
import { partsOf } from '../../store/own-words.ts';
import { useView } from '../table/context.ts';
import { Own } from '../ui/Own.tsx';

/**
 * A sentence whose names and words of the game a page translator leaves alone. Another sentence is another element:
 * translators put their own nodes in place of text, and a change of the old text would never be seen.
 */
export function Words({ text }: { text: string }) {
  const { game, view } = useView();
  const parts = useMemo(() => partsOf(text, view, game.ownWords), [text, view, game]);
  return (
    <span key={text}>
      {parts.map(({ part, isOwn }, index) => (isOwn ? <Own key={index}>{part}</Own> : part))}
    </span>
  );
}
