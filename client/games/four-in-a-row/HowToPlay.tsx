import { EMPTY } from '../../../shared/games/four-in-a-row/board.ts';
import { Step, Steps } from '../../dom/ui/Steps.tsx';
import { text } from './messages/index.ts';
import { Picture } from './Picture.tsx';

const cells = (...rows: string[]): string => (EMPTY + rows.join('')).slice(-EMPTY.length);
const picture = (...rows: string[]) => <Picture cells={cells(...rows)} markers={[1, 2]} />;

/** The rules in three pictures. */
export const HowToPlay = () => (
  <Steps>
    <Step picture={picture('...0...', '..110..')} title={text.dropTitle}>
      {text.dropHelp}
    </Step>
    <Step picture={picture('..10...', '..101..', '.0110..')} title={text.aheadTitle}>
      {text.aheadHelp}
    </Step>
    <Step picture={picture('....0..', '...01..', '..011..', '.01101.')} title={text.fourTitle}>
      {text.fourHelp}
    </Step>
  </Steps>
);
