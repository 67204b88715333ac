import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Far from every zone the product knows, and 45 minutes off the hour: a forgotten zone fails loudly.
process.env.TZ = 'Asia/Kathmandu'

// Keys that are always the same, and nothing of the developer's own environment: least of all a real database.
const settings = {
  DATA_DIR: '.data/tests',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  OIDC_ISSUER: '',
  LOG_LEVEL: 'silent',
  DB_POOL_SIZE: '10',
  FIELD_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')},2:${Buffer.alloc(32, 2).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 3).toString('base64'),
  SESSION_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  VOUCHER_KEY: `1:${Buffer.alloc(32, 4).toString('base64')},2:${Buffer.alloc(32, 5).toString('base64')}`,
  AUDIT_KEY: `1:${Buffer.alloc(32, 6).toString('base64')}`,
}

/** They set the environment before anything is loaded. */
const WITH_SETTINGS_OF_THEIR_OWN = ['tests/integration/identity/{sign-in,tampered-sign-in}.test.ts']

const onDatabase = {
  globalSetup: ['tests/support/global-database.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

/** Those that take ten seconds and more, the longest first: started last, one of them would run on alone. */
const LONGEST = [
  'notification/killed-workers',
  'seed/demo-world',
  'launch/server',
  'api/outage',
  'divorce/simulated-year',
  'booking/crash',
]

/** The order of test files: on a machine that has never run them nothing else tells which are long. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const isOf = (file: TestSpecification, name: string) => file.moduleId.endsWith(`/${name}.test.ts`)
    const longest = LONGEST.flatMap((name) => rest.filter((file) => isOf(file, name)))
    return [...longest, ...rest.filter((file) => !longest.includes(file))]
  }
}

export default defineConfig({
  test: {
    env: settings,
    maxWorkers: 2,
    // One process serves many files: loading everything anew for each is a third of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['tests/support/leave-no-trace.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['tests/*.test.ts', 'tests/domain/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          exclude: WITH_SETTINGS_OF_THEIR_OWN,
        },
      },
      {
        extends: true,
        test: { ...onDatabase, name: 'apart', include: WITH_SETTINGS_OF_THEIR_OWN, isolate: true },
      },
    ],
  },
})
