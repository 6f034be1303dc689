import '../styles/landing-side.css';
import type { Api, MyTable } from '../../net/types.ts';
import { Lobbies } from './Lobbies.tsx';
import { Met } from './Met.tsx';
import { OpenTables } from './OpenTables.tsx';

/** What others do here: their tables and their talk, and whom one has met. */
export function Side({ api, mine }: { api: Api; mine: readonly MyTable[] }) {
  return (
    <>
      <OpenTables api={api} mine={mine} />
      <Lobbies />
      <Met api={api} />
    </>
  );
}
