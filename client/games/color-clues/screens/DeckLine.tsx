import { text } from '../messages/table/index.ts';
import '../styles/log.css';
import { deckWords } from '../store/deck.ts';
import { useGame } from './useGame.ts';

/** The promise of the deck, small: for whoever wants to note or check it. */
export function DeckLine() {
  const { view, sitting } = useGame();
  const deck = deckWords(view, sitting.connection.talk.value);
  if (deck === null) return null;
  return (
    <p class="small soft deck-line">
      {text.promisedDeck}{' '}
      <span class="num" translate={false}>
        {deck.short}
      </span>
      {deck.address !== null && (
        <>
          {' · '}
          <a href={deck.address} target="_blank" rel="noopener">
            {text.checkDeck}
          </a>
        </>
      )}
    </p>
  );
}
