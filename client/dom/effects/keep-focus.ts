/**
 * What has the focus may disappear: a turn is over, a dialog did what it was for, another page comes. Then the focus goes to
 * the nearest part around it that is still there, else to the heading of the page, instead of to nothing: whoever sees no
 * screen hears where they are, and the next Tab goes on from there.
 */

/** What names itself when the focus comes to it. */
const PARTS = 'dialog,[role=dialog],fieldset,nav,[role=log],section[aria-label],section[aria-labelledby]';
/** Whoever makes something disappear may put the focus somewhere themselves, for so long, ms. */
const PATIENCE_MS = 100;

/** What has or had the focus, and all around it, innermost first; empty when somebody left it by themselves. */
let trail: readonly Element[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function remember({ target }: FocusEvent): void {
  const around: Element[] = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) around.push(at);
  trail = around;
}

/** Somebody pressed beside it, or is at another window. What is being removed is gone a moment later. */
function forget({ target }: FocusEvent): void {
  queueMicrotask(() => {
    const isLeft = target === trail[0] && trail[0]?.isConnected && document.activeElement !== target;
    if (isLeft) trail = [];
  });
}

const isLost = (): boolean =>
  trail[0]?.isConnected === false && (document.activeElement ?? document.body) === document.body;

function keep(): void {
  if (!isLost()) return;
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const around = trail.find((each) => each.isConnected);
  const part = around?.closest(PARTS) ?? document.querySelector('main h1') ?? document.querySelector('main');
  const to = dialog && !dialog.contains(part) ? dialog : part;
  // A page that is still loading has nothing yet: what comes next is looked at again.
  if (!(to instanceof HTMLElement)) return;
  if (to.tabIndex < 0 && !to.hasAttribute('tabindex')) {
    to.tabIndex = -1;
    to.addEventListener('blur', () => to.removeAttribute('tabindex'), { once: true });
  }
  to.focus({ preventScroll: true });
}

addEventListener('focusin', remember);
addEventListener('focusout', forget);
new MutationObserver(() => {
  if (!isLost()) return;
  clearTimeout(timer);
  timer = setTimeout(keep, PATIENCE_MS);
}).observe(document.body, { childList: true, subtree: true });
