import { useEffect } from 'preact/hooks';

/** Keeps the screen on while the page is looked at, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: Promise<WakeLockSentinel | null> = Promise.resolve(null);
    const ask = () => {
      // It may be forbidden, as on plain http.
      if (!document.hidden) lock = navigator.wakeLock?.request('screen').catch(() => null) ?? lock;
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock.then((held) => held?.release());
    };
  }, []);
}
