import type { ComponentChildren } from 'preact';
import type { TableConnectionState } from '../../net/types.ts';
import { go } from '../../store/route.ts';
import type { Sitting } from '../../store/sitting.ts';
import { JoinByCode } from '../landing/JoinByCode.tsx';
import { StatePage } from '../ui/StatePage.tsx';
import { PasswordForm } from './PasswordForm.tsx';

function Home({ isMain = false }: { isMain?: boolean }) {
  return (
    <button
      type="button"
      class={isMain ? 'button primary big' : 'button big'}
      onClick={() => go({ page: 'landing' })}
    >
      To the start
    </button>
  );
}

function Again({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button primary big" onClick={onClick}>
      {children}
    </button>
  );
}

/** Why there is no table to be seen, and the way on. */
export function NoTable({ state, sitting }: { state: TableConnectionState; sitting: Sitting }) {
  const { code, connection } = sitting;
  switch (state) {
    case 'connecting':
    case 'live':
    case 'moving':
    case 'reconnecting':
      return <StatePage title={`Opening table ${code}…`} isBusy />;
    case 'updating':
      return (
        <StatePage
          title="The game is being updated"
          text="This takes a few seconds. You get to your table by itself."
          isBusy
        />
      );
    case 'astray':
      return (
        <StatePage
          title="This address leads to a wrong server"
          text="Your seat is there, and the connection to it does not open. We keep trying. Tell whoever runs this site: its log says what to set."
          isBusy
        >
          <Home />
        </StatePage>
      );
    case 'busy':
      return (
        <StatePage title="A lot is going on" text="We keep trying. You get to your table by itself." isBusy>
          <Home />
        </StatePage>
      );
    case 'offline':
      return (
        <StatePage
          title="You are offline"
          text="As soon as the network is back, you get to your table by itself."
        >
          <Again onClick={() => location.reload()}>Try now</Again>
          <Home />
        </StatePage>
      );
    case 'notLoaded':
      return (
        <StatePage
          title="The game could not be loaded"
          text="The network may be gone, or the game was updated."
        >
          <Again onClick={() => location.reload()}>Try again</Again>
          <Home />
        </StatePage>
      );
    case 'takenOver':
      return (
        <StatePage title="This game is open in another tab" text="Your seat went there with you.">
          <Again onClick={() => connection.rejoin()}>Play here</Again>
          <Home />
        </StatePage>
      );
    case 'kicked':
      return (
        <StatePage title="The host sent you away" text="You can't come back to this table. Others are open.">
          <Home isMain />
        </StatePage>
      );
    case 'gone':
      return (
        <StatePage title={`Table ${code} is closed`} text="Everybody had left. A new one is set in a moment.">
          <Home isMain />
        </StatePage>
      );
    case 'full':
      return (
        <StatePage
          title={`Table ${code} is full`}
          text="Every seat is taken and nobody more can watch. A seat is free when somebody leaves."
        >
          <Again onClick={() => connection.rejoin()}>Try again</Again>
          <Home />
        </StatePage>
      );
    case 'passwordWanted':
    case 'passwordWrong':
      return (
        <StatePage title={`Table ${code} has a password`} text="Whoever invited you knows it.">
          <PasswordForm
            code={code}
            isWrong={state === 'passwordWrong'}
            onSay={(said) => connection.rejoin(said)}
          />
          <Home />
        </StatePage>
      );
    case 'notFound':
      return (
        <StatePage
          title={`There is no table ${code}`}
          text="Tables close when everybody has left. Or is a letter wrong?"
        >
          <JoinByCode code={code} />
          <Home />
        </StatePage>
      );
  }
}
