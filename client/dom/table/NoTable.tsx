import type { ComponentChildren } from 'preact';
import { common } from '../../i18n/common/index.ts';
import { table } from '../../i18n/table/index.ts';
import type { TableConnectionState } from '../../net/types.ts';
import { go } from '../../store/route.ts';
import type { Sitting } from '../../store/sitting.ts';
import { JoinByCode } from '../landing/JoinByCode.tsx';
import { lazyPart } from '../ui/lazy.tsx';
import { StatePage } from '../ui/StatePage.tsx';

/** Comes where a password is asked for. */
const PasswordForm = lazyPart(async () => (await import('./PasswordForm.tsx')).PasswordForm);

function Home({ isMain = false }: { isMain?: boolean }) {
  return (
    <button
      type="button"
      class={isMain ? 'button primary big' : 'button big'}
      onClick={() => go({ page: 'landing' })}
    >
      {common.toTheStart}
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
      return <StatePage title={table.openingTable(code)} isBusy />;
    case 'updating':
      return <StatePage title={table.updating} text={table.updatingText} isBusy />;
    case 'astray':
      return (
        <StatePage title={table.astray} text={table.astrayText} isBusy>
          <Home />
        </StatePage>
      );
    case 'busy':
      return (
        <StatePage title={table.busy} text={table.busyText} isBusy>
          <Home />
        </StatePage>
      );
    case 'offline':
      return (
        <StatePage title={table.offline} text={table.offlineText}>
          <Again onClick={() => location.reload()}>{table.tryNow}</Again>
          <Home />
        </StatePage>
      );
    case 'notLoaded':
      return (
        <StatePage title={table.notLoaded} text={table.notLoadedText}>
          <Again onClick={() => location.reload()}>{table.tryAgain}</Again>
          <Home />
        </StatePage>
      );
    case 'takenOver':
      return (
        <StatePage title={table.takenOver} text={table.takenOverText}>
          <Again onClick={() => connection.rejoin()}>{table.playHere}</Again>
          <Home />
        </StatePage>
      );
    case 'kicked':
      return (
        <StatePage title={table.kicked} text={table.kickedText}>
          <Home isMain />
        </StatePage>
      );
    case 'gone':
      return (
        <StatePage title={table.closed(code)} text={table.closedText}>
          <Home isMain />
        </StatePage>
      );
    case 'full':
      return (
        <StatePage title={table.full(code)} text={table.fullText}>
          <Again onClick={() => connection.rejoin()}>{table.tryAgain}</Again>
          <Home />
        </StatePage>
      );
    case 'passwordWanted':
    case 'passwordWrong':
      return (
        <StatePage title={table.locked(code)} text={table.lockedText}>
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
        <StatePage title={table.notFound(code)} text={table.notFoundText}>
          <JoinByCode code={code} />
          <Home />
        </StatePage>
      );
  }
}
