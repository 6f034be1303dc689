import { useEffect, useRef } from 'preact/hooks';
import { useTableLink } from './context.ts';

/** The link, selected to be copied by hand. */
export function LinkField() {
  const link = useTableLink();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label class="col small soft" style={{ gap: '6px' }}>
      Copy it from here
      <input ref={field} class="field" readOnly value={link} style={{ color: 'var(--ink)' }} />
    </label>
  );
}
