import { useEffect, useState } from 'preact/hooks';

const SECOND_MS = 1_000;

/** This device's clock, epoch ms, followed once a second while the page is looked at. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
