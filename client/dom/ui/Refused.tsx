import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { Icon } from './Icon.tsx';

/** A refusal where it happened, in one plain sentence. */
export function Refused({ id, children }: { id?: string; children: string | null | undefined }) {
  return (
    <p id={id} role="alert" class="refusal small">
      {children && (
        <>
          <Icon node={CircleAlert} size={16} />
          <span>{children}</span>
        </>
      )}
    </p>
  );
}
