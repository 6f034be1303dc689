import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra = {}) => ({
  test: {
    name,
    include,
    environment: 'node',
    // What a busy machine may take, not what a quiet one does: only who waits in vain waits so long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 40_000 } },
    ...extra,
  },
});

/** One project per layer of the testing pyramid; `npm test` runs three of them at a time. */
export default defineConfig({
  test: {
    projects: [
      project(
        'unit',
        [
          'shared/**/*.test.ts',
          'server/**/*.test.ts',
          'client/**/*.test.ts',
          'loadtest/**/*.test.ts',
          'test/unit/**/*.test.ts',
        ],
        // One process for all files, which share what they import: small tests, which leave nothing behind.
        { isolate: false },
      ),
      project('contract', ['test/contract/**/*.test.ts', 'test/sync/**/*.test.ts'], {
        exclude: ['test/contract/storage-mongoose.test.ts'],
      }),
      project('net', ['test/net/**/*.test.ts'], { fileParallelism: false }),
      project('faults', ['test/faults/**/*.test.ts'], { fileParallelism: false, testTimeout: 600_000 }),
      project('processes', ['test/processes/**/*.test.ts'], {
        exclude: ['test/processes/**/*-mongoose.test.ts'],
        fileParallelism: false,
        testTimeout: 600_000,
      }),
      project('mongo', ['test/contract/storage-mongoose.test.ts', 'test/processes/**/*-mongoose.test.ts'], {
        fileParallelism: false,
        testTimeout: 600_000,
        hookTimeout: 300_000,
      }),
      project('e2e', ['test/e2e/**/*.test.ts'], { fileParallelism: false, testTimeout: 300_000 }),
    ],
  },
});
