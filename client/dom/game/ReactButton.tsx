import SmilePlus from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';
import { useEffect, useRef, useState } from 'preact/hooks';
import { gameText as text } from '../../i18n/game/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { ReactionBar } from './ReactionBar.tsx';

/** Opens the reactions where there is no room for them: a row under the players, gone with the next touch elsewhere. */
export function ReactButton() {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onDown = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', onDown);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', onDown);
      removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div ref={box} class="react">
      <button
        ref={button}
        type="button"
        class="button icon"
        aria-label={text.react}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon node={SmilePlus} />
      </button>
      {isOpen && (
        <div class="react-pop">
          <ReactionBar
            onDone={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}
