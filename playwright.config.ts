import { accessSync, chmodSync, constants, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { defineConfig } from '@playwright/test'

// This file is read again in every worker; what the first reading chose is handed on in the environment.
process.env.BROWSER_TEST_PORT ??= String(await findFreePort())
process.env.BROWSER_TEST_HOST_PORT ??= String(await findFreePort())
process.env.BROWSER_TEST_DATA ??= makeDataFolder()
const { BROWSER_TEST_PORT: port, BROWSER_TEST_DATA: dataDir } = process.env
const address = `http://localhost:${port}`

// A whole Chromium keeps pages of its own ready beside every window, one more busy process for each phone that a test
// opens. This switch replaces that of Playwright, so what it turns off for stability is here too.
const NOT_NEEDED = [
  ...['WebUIOmniboxAimPopup', 'WebUIOmniboxPopup', 'InitialWebUI', 'PreloadTopChromeWebUI', 'AimEnabled'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
]

const AFTER_ALL = /notice\.spec\.ts$/

/** The browser tests: the real server on a database of its own, and people with phones in front of it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  // What changes the world for everybody comes when the others are done.
  projects: [
    { name: 'world', testIgnore: AFTER_ALL },
    { name: 'afterwards', testMatch: AFTER_ALL, dependencies: ['world'] },
  ],
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    baseURL: address,
    locale: 'zh-CN',
    // Not the zone of the offices: a time made in the browser would show.
    timezoneId: 'America/New_York',
    viewport: { width: 375, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A film of everything costs a quarter of the time; who wants one of a failed test asks for it: `--trace on`.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...chromium(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${NOT_NEEDED.join()}`,
      ],
    },
  },
  webServer: {
    command: 'node_modules/.bin/node --import ./tests/support/browser/leave-nothing.ts server.ts',
    url: `${address}/sign-in`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: port,
      PUBLIC_URL: '',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      OIDC_ISSUER: '',
      DEMO: 'on',
      // A host app that the test of frames opens there.
      FRAME_ANCESTORS: `http://localhost:${process.env.BROWSER_TEST_HOST_PORT}`,
      ROLE: 'all',
      TRUST_PROXY: 'off',
      LOG_LEVEL: 'error',
    },
  },
})

/** The system's Chromium, as CHROMIUM_PATH names it or the PATH has it; else Playwright's own. */
function chromium(): { executablePath?: string } {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].flatMap(
    (name) => folders.map((folder) => join(folder, name)),
  )
  const executablePath = process.env.CHROMIUM_PATH ?? onPath.find(isExecutable)
  return executablePath ? { executablePath } : {}
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// Others may pass through: started by root, the database runs as a user of its own.
function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yueding-browser-'))
  chmodSync(folder, 0o711)
  return folder
}

function findFreePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
