import { useState } from 'preact/hooks';
import type { ReadOnly } from '../../store/chat/read-only.ts';
import { spanWords } from '../../store/chat/time.ts';
import { titleOf } from '../../store/chat/words.ts';
import { Asked } from './Asked.tsx';
import { useInfo } from './context.ts';
import { NameDialog } from './parts.ts';
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
      return <Slow until={reason.until} />;
    case 'muted':
      return <Muted until={reason.until} />;
    case 'banned':
      return <p>You were banned from this conversation.</p>;
    case 'outside':
      return <Outside />;
  }
}

function NeedsName() {
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <p class="grow">Choose a name first, so that others know who writes.</p>
      <button type="button" class="button primary" onClick={() => setNaming(true)}>
        Choose a name
      </button>
      {isNaming && <NameDialog onClose={() => setNaming(false)} />}
    </>
  );
}

function Muted({ until }: { until: number }) {
  const now = useNow();
  return (
    <p>
      A moderator muted you. You can write again in{' '}
      <strong class="num">{spanWords(Math.max(1, (until - now) / 1_000))}</strong>.
    </p>
  );
}

function Slow({ until }: { until: number }) {
  const now = useNow();
  return (
    <p>
      Slow mode: you can write again in{' '}
      <strong class="num">{spanWords(Math.max(1, (until - now) / 1_000))}</strong>. What you typed is kept.
    </p>
  );
}

function Outside() {
  const { talk, info } = useInfo();
  const mayComeBack = info.kind === 'direct' || info.kind === 'public';
  return (
    <>
      <p class="grow">You are not part of this conversation any more.</p>
      {mayComeBack && (
        <button type="button" class="button" onClick={() => talk.ask({ type: 'join' }, 'log')}>
          Come back
        </button>
      )}
    </>
  );
}
