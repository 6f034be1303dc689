import { ok, type Result } from '../../shared/core/result.ts';
import type { AccountView, Erasing, ErasingProgress } from '../../shared/protocol/account.ts';
import { callAsMe, forgetSession, leaving } from './api.ts';
import { downloadAsMe } from './download.ts';
import type { Me, Refusal } from './types.ts';

export type { AccountView, SessionRow } from '../../shared/protocol/account.ts';

/** What a person may do about who they are. What makes this browser somebody else needs a fresh page afterwards. */
export interface AccountApi {
  view(): Promise<Result<AccountView, Refusal>>;
  /** Makes the name theirs; answers with the recovery codes, which are shown once. */
  claim(name: string, password: string): Promise<Result<{ player: Me; codes: readonly string[] }, Refusal>>;
  logIn(name: string, password: string): Promise<Result<Me, Refusal>>;
  /** Logs in by a recovery code, which is used up, and sets a new password. */
  recover(name: string, code: string, password: string): Promise<Result<Me, Refusal>>;
  changePassword(old: string, password: string): Promise<Result<Me, Refusal>>;
  /** Ten new recovery codes in place of the old ones. */
  newCodes(password: string): Promise<Result<readonly string[], Refusal>>;
  /** Logs out another browser by the id of its session, or all `others`. */
  endSession(session: string): Promise<Result<null, Refusal>>;
  logOut(): Promise<Result<null, Refusal>>;
  /**
   * Everything that is stored about whoever asks, as a file.
   * @param onBytes told how much has come so far
   */
  data(onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Result<Blob, Refusal>>;
  /** Forgets the person for good. A guest has no password, and types their name. */
  remove(proof: { password: string | null; name?: string }): Promise<Result<Erasing, Refusal>>;
  /** How far that has come, by its ticket. */
  removal(ticket: string): Promise<Result<ErasingProgress, Refusal>>;
}

const ask = <T>(path: string, body: unknown): Promise<Result<T, Refusal>> =>
  callAsMe('POST', `/api/account${path}`, body);

/** Asks for something after which this browser has another session. */
async function become<T extends { readonly player: Me }>(
  path: string,
  body: unknown,
): Promise<Result<T, Refusal>> {
  const answer = await ask<T>(path, body);
  if (answer.ok) forgetSession();
  return answer;
}

const pick = <T, U>(answer: Result<T, Refusal>, of: (value: T) => U): Result<U, Refusal> =>
  answer.ok ? ok(of(answer.value)) : answer;

const becomePlayer = async (path: string, body: unknown): Promise<Result<Me, Refusal>> =>
  pick(await become(path, body), ({ player }) => player);

const end = async (path: string, body: unknown): Promise<Result<null, Refusal>> =>
  pick(await ask(path, body), () => null);

export const accountApi: AccountApi = {
  view: () => callAsMe('GET', '/api/account'),
  claim: (name, password) => become('/claim', { name, password }),
  logIn: (name, password) => leaving(() => becomePlayer('/login', { name, password })),
  recover: (name, code, password) => leaving(() => becomePlayer('/recover', { name, code, password })),
  changePassword: (old, password) => becomePlayer('/password', { old, password }),
  newCodes: async (password) =>
    pick(await ask<{ codes: readonly string[] }>('/codes', { password }), ({ codes }) => codes),
  endSession: (session) => end('/end-session', { session }),
  logOut: () => leaving(() => end('/logout', {})),
  data: (onBytes, signal) => downloadAsMe('/api/account/data', onBytes, signal),
  remove: (proof) => leaving(() => ask('/delete', proof)),
  removal: (ticket) => callAsMe('GET', `/api/account/delete/${ticket}`),
};
