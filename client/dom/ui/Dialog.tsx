import '../styles/dialog.css';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../../i18n/common/index.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly title: ComponentChildren;
  /** Null: it stays until what is in it is answered. */
  readonly onClose: (() => void) | null;
  readonly children: ComponentChildren;
  /** A question to be answered: no cross in the corner. */
  readonly isQuestion?: boolean;
  readonly isWide?: boolean;
}

/** A modal dialog: in the middle of a desk, a sheet from below on a phone. Escape and a press outside close it. */
export function Dialog({ title, onClose, children, isQuestion = false, isWide = false }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const open = () => {
    box.current?.showModal();
    box.current?.focus();
  };
  useLayoutEffect(() => {
    const dialog = box.current;
    open();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={box}
      class={isWide ? 'dialog wide' : 'dialog'}
      tabIndex={-1}
      aria-labelledby={titleId}
      onClose={onClose ?? open}
      onClick={(event) => {
        if (event.target === box.current) box.current?.close();
      }}
    >
      <div class="dialog-box">
        <div class="row dialog-head">
          <h2 id={titleId} class="grow">
            {title}
          </h2>
          {onClose && !isQuestion && (
            <button
              type="button"
              class="button icon"
              aria-label={common.close}
              onClick={() => box.current?.close()}
            >
              <Icon node={X} />
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
