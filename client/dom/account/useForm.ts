import { useRef, useState } from 'preact/hooks';
import { shownAt } from '../../../shared/core/refusals.ts';
import type { Result } from '../../../shared/core/result.ts';
import { ACCOUNT_REFUSALS } from '../../../shared/protocol/account-refusals.ts';
import type { Refusal } from '../../net/types.ts';

export type FieldName = 'name' | 'old' | 'password' | 'code';

/** The fields beside which a refusal may be shown, the likeliest first; none for one about the form as a whole. */
function fieldsAbout(code: string): readonly FieldName[] {
  const shown = shownAt(code, ACCOUNT_REFUSALS);
  if (shown === null || shown === 'beside' || shown === 'page' || shown === 'nowhere') return [];
  return shown === 'old' ? ['old', 'password'] : [shown];
}

/** What a field needs to know to show itself. */
export interface FieldState {
  readonly value: string;
  readonly refusal: string;
  readonly onInput: (value: string) => void;
  readonly box: (input: HTMLInputElement | null) => void;
}

/** A form whose input stays when it is refused; the refusal is said beside the field that it is about. */
export function useForm<T>(
  start: Partial<Readonly<Record<FieldName, string>>>,
  send: (values: Readonly<Record<FieldName, string>>) => Promise<Result<T, Refusal>>,
  onDone: (value: T) => void,
) {
  const [values, setValues] = useState({ name: '', old: '', password: '', code: '', ...start });
  const [refused, setRefused] = useState<{ field: FieldName | null; message: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const boxes = useRef(new Map<FieldName, HTMLInputElement>());
  const submit = async () => {
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    const answer = await send(values);
    setBusy(false);
    if (answer.ok) return onDone(answer.value);
    const { code, message } = answer.error;
    const field = fieldsAbout(code).find((each) => boxes.current.has(each)) ?? null;
    setRefused({ field, message });
    if (field) boxes.current.get(field)?.focus();
  };
  const field = (name: FieldName): FieldState => ({
    value: values[name],
    refusal: refused?.field === name ? refused.message : '',
    onInput: (value) => setValues((before) => ({ ...before, [name]: value })),
    box: (input) => {
      if (input) boxes.current.set(name, input);
      else boxes.current.delete(name);
    },
  });
  return { field, isBusy, refusal: refused?.field === null ? refused.message : '', submit };
}
