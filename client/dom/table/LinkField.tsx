import { useEffect, useRef } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';

/** A link, selected to be copied by hand. */
export function LinkField({ link }: { link: string }) {
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
