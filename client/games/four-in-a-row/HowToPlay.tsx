import { EMPTY } from '../../../shared/games/four-in-a-row/board.ts';
import { Step, Steps } from '../../dom/ui/Steps.tsx';
import { Picture } from './Picture.tsx';

const cells = (...rows: string[]): string => (EMPTY + rows.join('')).slice(-EMPTY.length);
const picture = (...rows: string[]) => <Picture cells={cells(...rows)} markers={[1, 2]} />;

/** The rules in three pictures. */
export const HowToPlay = () => (
  <Steps>
    <Step picture={picture('...0...', '..110..')} title="Drop a disc">
      One after the other. It falls to the lowest free hole of the column you choose.
    </Step>
    <Step picture={picture('..10...', '..101..', '.0110..')} title="Look ahead">
      Every disc makes room for the next one. Close a line of the other before it is four long.
    </Step>
    <Step picture={picture('....0..', '...01..', '..011..', '.01101.')} title="Four in a row">
      Across, up or slanting: the first line of four wins. A full board without one is a draw.
    </Step>
  </Steps>
);
