import { useEffect, useState } from 'preact/hooks';

/** Whether a media query matches, followed. */
export function useWide(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}

/** Windows with a column for the clues so far and the talk of the table. */
export const ROOM_FOR_TALK = '(min-width: 1100px)';
