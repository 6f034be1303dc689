/** Brings the page back that was asked for, as soon as the server answers. */

const AGAIN_MS = 5_000;

async function tryAgain(): Promise<void> {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer) location.reload();
}

document.querySelector('button')?.addEventListener('click', () => location.reload());
addEventListener('online', () => void tryAgain());
setInterval(() => void tryAgain(), AGAIN_MS);
