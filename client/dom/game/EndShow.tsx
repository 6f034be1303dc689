import { useEffect } from 'preact/hooks';
import { gameText as text } from '../../i18n/game/index.ts';
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
      aria-label={text.skipToPoints}
      title={text.skipKey}
      onClick={() => {
        show.finish();
        document.querySelector<HTMLElement>('.dock-main')?.focus({ preventScroll: true });
      }}
    >
      {text.skip}
    </button>
  );
}
