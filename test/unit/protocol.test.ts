import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildProtocol } from '../../scripts/build-protocol.ts';

it('docs/protocol.md says what the schemas say (npm run build:protocol)', () => {
  const file = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
  expect(file).toBe(buildProtocol());
});
