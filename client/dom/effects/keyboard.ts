/**
 * Keeps `--keyboard` at the height that an on-screen keyboard covers, so that a sheet can sit on top of it while the
 * board under it stays as it is. Returns how to stop.
 */
export function followKeyboard(): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const root = document.documentElement;
  const update = () => {
    const covered = Math.max(0, innerHeight - viewport.height - viewport.offsetTop);
    root.style.setProperty('--keyboard', viewport.scale > 1.05 ? '0px' : `${Math.round(covered)}px`);
  };
  update();
  viewport.addEventListener('resize', update);
  viewport.addEventListener('scroll', update);
  return () => {
    viewport.removeEventListener('resize', update);
    viewport.removeEventListener('scroll', update);
    root.style.removeProperty('--keyboard');
  };
}
