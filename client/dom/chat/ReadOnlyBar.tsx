import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ReadOnly } from '../../store/chat/read-only.ts';
import { spanWords } from '../../store/chat/time.ts';
import { titleOf } from '../../store/chat/words.ts';
import { useInfo } from './context.ts';
import { Asked, NameDialog } from './parts.ts';
import { useNow } from './useNow.ts';

/** In the place of the composer: why one cannot write now, and what can be done about it. */
export function ReadOnlyBar({ reason }: { reason: ReadOnly }) {
  return (
    <footer class="composer read-only">
      <Reason reason={reason} />
    </footer>
  );
}

function Reason({ reason }: { reason: ReadOnly }) {
  const { talk, info } = useInfo();
  switch (reason.type) {
    case 'name':
      return <NeedsName />;
    case 'asked':
      return (
        <Asked
          title={titleOf(info)}
          conversation={talk.conversation}
          isPerson={info.kind === 'direct'}
          asker={info.kind === 'direct' ? titleOf(info) : ''}
        />
      );
    case 'slow':
      return <Wait until={reason.until} sentence={t.slowFor} />;
    case 'muted':
      return <Wait until={reason.until} sentence={t.mutedFor} />;
    case 'banned':
      return <p>{t.banned}</p>;
    case 'outside':
      return <Outside />;
  }
}

function NeedsName() {
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <p class="grow">{t.chooseNameFirst}</p>
      <button type="button" class="button primary" onClick={() => setNaming(true)}>
        {t.chooseName}
      </button>
      {isNaming && <NameDialog onClose={() => setNaming(false)} />}
    </>
  );
}

interface WaitProps {
  /** Epoch ms. */
  readonly until: number;
  /** The sentence around the time that is left. */
  readonly sentence: (span: string) => {
    readonly before: string;
    readonly span: string;
    readonly after: string;
  };
}

function Wait({ until, sentence }: WaitProps) {
  const now = useNow();
  const { before, span, after } = sentence(spanWords(Math.max(1, (until - now) / 1_000)));
  return (
    <p>
      {before}
      <strong class="num">{span}</strong>
      {after}
    </p>
  );
}

function Outside() {
  const { talk, info } = useInfo();
  const mayComeBack = info.kind === 'direct' || info.kind === 'public';
  return (
    <>
      <p class="grow">{t.notPart}</p>
      {mayComeBack && (
        <button type="button" class="button" onClick={() => talk.ask({ type: 'join' }, 'log')}>
          {t.comeBack}
        </button>
      )}
    </>
  );
}
