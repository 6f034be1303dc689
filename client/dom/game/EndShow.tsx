import { useEffect } from 'preact/hooks';
import { useView } from '../table/context.ts';

/** Skips what is shown step by step, for oneself; Escape does, too, wherever the focus is. */
export function EndShow() {
  const { show } = useView().sitting;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) show.finish();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [show]);
  return (
    <button
      type="button"
      class="button quiet skip-show"
      title="Skip (Esc)"
      onClick={() => {
        show.finish();
        document.querySelector<HTMLElement>('.dock-main')?.focus({ preventScroll: true });
      }}
    >
      Skip<span class="unseen"> to the points</span>
    </button>
  );
}
