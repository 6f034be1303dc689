import { useEffect, useRef } from 'preact/hooks';
import { linkTo } from '../ui/copy.ts';

/** The link, selected to be copied by hand. */
export function LinkField({ code }: { code: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <label class="col small soft" style={{ gap: '6px' }}>
      Copy it from here
      <input ref={field} class="field" readOnly value={linkTo(code)} style={{ color: 'var(--ink)' }} />
    </label>
  );
}
