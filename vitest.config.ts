import { defineConfig } from 'vitest/config'
import CountsReporter from './test/counts-reporter.ts'

export default defineConfig({
  test: {
    reporters: ['default', new CountsReporter()],
    projects: [
      // Seconds of work here, but a busy machine with two cores may take its time: no test fails on that.
      {
        test: {
          name: 'unit',
          include: ['{shared,bff,miniapp}/src/**/*.test.ts', 'test/{house,laws}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: { name: 'contract', include: ['test/{contract,sandbox,recognition}/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'stores',
          include: ['test/{stores,services,attacks}/**/*.test.ts'],
          globalSetup: ['test/stores/global-setup.ts'],
          // Each of these processes is short: to optimise the database's code takes half of their time.
          execArgv: ['--liftoff-only'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          execArgv: ['--liftoff-only'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      // Walks the journey to keep what its pages are told; only when asked: `npm run pictures`.
      ...(process.env.RECORD_SCENES === '1'
        ? [
            {
              test: {
                name: 'scenes',
                include: ['test/e2e/pictures/record.ts'],
                testTimeout: 900_000,
                hookTimeout: 120_000,
              },
            },
          ]
        : []),
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,weapp}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
