import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** A name with a value, or with pages of a list that is too long to be held at once. */
export type Part = readonly [name: string, value: unknown];

/**
 * Sends one JSON object as a file, part by part, as fast as it is taken and no faster. Reading ends with the connection;
 * what goes wrong on the way cuts it, so that half a file is not taken for a whole one.
 */
export async function download(
  response: Response,
  fileName: string,
  parts: AsyncIterable<Part>,
): Promise<void> {
  const text = textOf(parts);
  // What fails before the first byte can still be said in words.
  const { value: first = '' } = await text.next();
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  response.type('json');
  await pipeline(Readable.from(beginning(first, text)), response);
}

async function* beginning(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function* textOf(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  let before = '{';
  for await (const [name, value] of parts) {
    yield `${before}\n  ${JSON.stringify(name)}: `;
    before = ',';
    if (!isPages(value)) yield JSON.stringify(value, null, 2);
    else {
      let open = '[';
      for await (const page of value) {
        for (const row of page) {
          yield `${open}\n    ${JSON.stringify(row)}`;
          open = ',';
        }
      }
      yield open === '[' ? '[]' : '\n  ]';
    }
  }
  yield '\n}\n';
}

const isPages = (value: unknown): value is AsyncIterable<readonly unknown[]> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
