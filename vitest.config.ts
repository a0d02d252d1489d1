import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import CountsReporter from './test/counts-reporter.ts'

/** Left to itself, vitest keeps one of two cores free, and runs one file after the other. */
const WORKERS = Math.max(2, availableParallelism() - 1)
/** These wait for servers, browsers and moments most of the time; more of them at once would wait for one another. */
const SIDE_BY_SIDE = { maxWorkers: 2, sequence: { groupOrder: 1 } } as const

/** A poll of the tests gives up after a second by default, and a busy machine with two cores may take longer. */
const PATIENT = { poll: { timeout: 15_000 } } as const

export default defineConfig({
  test: {
    reporters: ['default', new CountsReporter()],
    maxWorkers: WORKERS,
    projects: [
      // Seconds of work here, but a busy machine with two cores may take its time: no test fails on that.
      {
        test: {
          name: 'unit',
          include: ['{shared,bff,miniapp}/src/**/*.test.ts', 'test/{bench,house,laws}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/{contract,sandbox,recognition}/**/*.test.ts'],
          testTimeout: 180_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'stores',
          expect: PATIENT,
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
          expect: PATIENT,
          include: ['test/faults/**/*.test.ts'],
          execArgv: ['--liftoff-only'],
          testTimeout: 300_000,
          ...SIDE_BY_SIDE,
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
          expect: PATIENT,
          include: ['test/{e2e,weapp}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...SIDE_BY_SIDE,
        },
      },
    ],
  },
})
