import { err, ok, type Result } from '../../shared/core/result.ts';
import { api, refusalIn } from './api.ts';
import { said } from './said.ts';
import type { Refusal } from './types.ts';

/** Reads a file as it comes. It may take its time; `onBytes` hears how much has come so far. */
export async function downloadAsMe(
  path: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Result<Blob, Refusal>> {
  try {
    await api.session();
    const response = await fetch(path, { credentials: 'same-origin', signal });
    if (!response.ok || !response.body) return err(await refusalIn(response));
    const chunks: BlobPart[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let next = await reader.read(); next.value; next = await reader.read()) {
      chunks.push(next.value);
      bytes += next.value.byteLength;
      onBytes(bytes);
    }
    return ok(new Blob(chunks, { type: 'application/json' }));
  } catch {
    return err(said('offline'));
  }
}
