/** The code of every key that an input method takes for itself, in all browsers. */
const TAKEN = 229;

/**
 * Keys of an input method are for it alone: whoever confirms a candidate with Enter sends, saves and closes nothing.
 * Safari says that the composing is over before it tells of that key, so the key itself is looked at. One place for
 * every field there is, and for the forms that a browser sends by itself.
 */
function keep(event: KeyboardEvent): void {
  if (!event.isComposing && event.keyCode !== TAKEN) return;
  event.stopPropagation();
  if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
}

addEventListener('keydown', keep, { capture: true });
