import { defineConfig } from 'vitest/config'

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

export default defineConfig({
  test: {
    env: settings,
    maxWorkers: 2,
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
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
