import { app } from '../../i18n/app/index.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** How many characters a field has no room for, of what is put into it by pasting or dropping. */
function tooMany(field: Field, text: string): number {
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return field.maxLength < 0 ? 0 : field.value.length - selected + text.length - field.maxLength;
}

/** Says it beside the field, as browsers say what is wrong with one, until somebody goes on. */
function tell(field: Field, count: number): void {
  field.setCustomValidity(app.onlyBeginningFits(count));
  field.reportValidity();
  const stop = new AbortController();
  const clear = () => {
    field.setCustomValidity('');
    stop.abort();
  };
  for (const type of ['input', 'keydown', 'blur'])
    field.addEventListener(type, clear, { signal: stop.signal });
}

/** A browser throws away what has no room in a field without a word. One place for every field with a limit. */
function listen({ target, inputType, data }: InputEvent): void {
  if ((inputType !== 'insertFromPaste' && inputType !== 'insertFromDrop') || !isField(target)) return;
  const count = tooMany(target, data ?? '');
  // After the browser has put in what fits.
  if (count > 0) requestAnimationFrame(() => tell(target, count));
}

addEventListener('beforeinput', listen, { capture: true });
