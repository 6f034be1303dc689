import { Step, Steps } from '../../../dom/ui/Steps.tsx';
import { text } from '../messages/how/index.ts';
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
        <Step picture={<MiniBoard aim={TARGET} />} title={text.seesTitle}>
          {text.sees}
        </Step>
        <Step picture={<p class="display how-clue">{text.clue}</p>} title={text.saysTitle}>
          {text.says}
        </Step>
        <Step picture={<MiniBoard markers={FIRST} />} title={text.placeTitle}>
          {text.place}
        </Step>
        <Step picture={<MiniBoard markers={PLACED} />} title={text.secondTitle}>
          {text.second}
        </Step>
        <Step picture={<MiniBoard markers={PLACED} frame={TARGET} hasPoints />} title={text.frameTitle}>
          {text.frame}
        </Step>
      </Steps>
      <p class="soft small">{text.more}</p>
      <h3 class="how-more">{text.party}</h3>
      <Steps>
        <Step picture={<MiniBoard markers={PARTY} />} title={text.togetherTitle}>
          {text.together}
        </Step>
        <Step picture={<MiniBoard markers={PARTY} frame={TARGET} />} title={text.appearTitle}>
          {text.appear}
        </Step>
      </Steps>
      <h3 class="how-more">{text.options}</h3>
      <ul class="soft small">
        {text.choices.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
