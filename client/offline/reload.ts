/** The page without a connection: in the language that was chosen, or that the browser asks for; and back to what was asked for. */

const AGAIN_MS = 5_000;

async function tryAgain(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer) location.reload();
}

/** What a person has chosen in Settings; `''` for nothing. */
function chosen(): string {
  try {
    return String(JSON.parse(localStorage.getItem('color-clues:preferences') ?? '{}').language ?? '');
  } catch {
    return '';
  }
}

const texts = [...document.querySelectorAll('main')];
const wanted = [chosen(), ...navigator.languages].map((each) => each.toLowerCase().split('-', 1)[0]);
const shown = wanted
  .map((each) => texts.find(({ lang }) => lang === each))
  .find((text) => text !== undefined);
if (shown) for (const text of texts) text.hidden = text !== shown;
if (shown) document.documentElement.lang = shown.lang;

for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => location.reload());
addEventListener('online', () => void tryAgain());
setInterval(() => void tryAgain(), AGAIN_MS);
