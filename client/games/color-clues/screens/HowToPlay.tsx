import { Step, Steps } from '../../../dom/ui/Steps.tsx';
import { MiniBoard } from './MiniBoard.tsx';

const TARGET: readonly [number, number] = [3, 4];

const FIRST: readonly (readonly [number, number, number])[] = [
  [2, 3, 1],
  [4, 6, 2],
];
const PLACED = [...FIRST, [3, 4, 1], [2, 5, 2]] as const;

const PARTY: readonly (readonly [number, number, number])[] = [
  [2, 3, 1],
  [2, 3, 2],
  [3, 5, 3],
  [4, 4, 4],
];

/** The rules in five pictures, and what is different in a party. */
export function HowToPlay() {
  return (
    <>
      <Steps>
        <Step picture={<MiniBoard aim={TARGET} />} title="One of you sees a color">
          Each round one of you gets a card with four colors and picks one. Nobody else sees it.
        </Step>
        <Step picture={<p class="display how-clue">moss</p>} title="… and says one word">
          No color names, no positions on the board, nothing that was used before.
        </Step>
        <Step picture={<MiniBoard markers={FIRST} />} title="The others place a marker">
          One after the other, on a free cell. A marker stays where it is put.
        </Step>
        <Step picture={<MiniBoard markers={PLACED} />} title="A second clue, if wanted">
          Up to two more words, then a second marker each, the other way around.
        </Step>
        <Step picture={<MiniBoard markers={PLACED} frame={TARGET} hasPoints />} title="The frame drops">
          On the spot 3 points, in the frame 2, one step outside 1. The giver gets 1 for each marker in the
          frame, 2 if you are three.
        </Step>
      </Steps>
      <p class="soft small">
        Everybody gives the clue twice, with seven or more players once. A clue breaks the rules? Object
        before the first marker is placed: if half of the others do, it has to be given again.
      </p>
      <h3 class="how-more">Party: all at once</h3>
      <Steps>
        <Step picture={<MiniBoard markers={PARTY} />} title="Everybody places at the same time">
          Nobody sees where until all have placed or the time is up; until then you may move your marker. Two
          may choose the same cell.
        </Step>
        <Step picture={<MiniBoard markers={PARTY} frame={TARGET} />} title="Then all markers appear">
          Points as above. The giver gets what the others got on average. Usually there is one clue, and a
          round takes less than a minute: for two to sixteen players.
        </Step>
      </Steps>
    </>
  );
}
