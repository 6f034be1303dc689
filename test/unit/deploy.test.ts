import { describe, expect, it } from 'vitest';
import { DEPLOYED } from '../../scripts/proxies/deployed.ts';
import { PROXY } from '../../scripts/proxies/settings.ts';
import { read } from './repository.ts';

describe('deploy', () => {
  it.each(Object.keys(DEPLOYED))('%s is as its sources make it (npm run build:deploy)', (file) => {
    expect(read(file)).toBe(DEPLOYED[file]);
  });

  it('has proxies that cut no socket before one of its ends says something', () => {
    // Rooms ask a silent socket after 50 seconds, and give it 9 more.
    expect(PROXY.socket).toBeGreaterThan(60);
  });
});
