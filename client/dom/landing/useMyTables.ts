import { useEffect, useState } from 'preact/hooks';
import type { Api, MyTable } from '../../net/types.ts';
import { me } from '../../store/me.ts';

/** More than these are found by their link. */
const MOST = 3;

/** The open tables where one has a seat; looked up again whenever the page is looked at again. */
export function useMyTables(api: Api): readonly MyTable[] {
  const [tables, setTables] = useState<readonly MyTable[]>([]);
  const person = me.value?.id ?? null;
  useEffect(() => {
    if (person === null) return;
    let isCurrent = true;
    const look = () => {
      if (!document.hidden) void api.myTables().then((found) => isCurrent && setTables(found.slice(0, MOST)));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isCurrent = false;
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, person]);
  return tables;
}
