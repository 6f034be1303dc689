import { useEffect, useRef } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
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
      {table.copyFromHere}
      <input ref={field} class="field" readOnly value={link} style={{ color: 'var(--ink)' }} />
    </label>
  );
}
