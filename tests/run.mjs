import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from '#lib/launch/build.mjs'
import { generateClient, isGenerated } from '#lib/launch/generate.mjs'
import { install, isInstalled, ownNode } from '#lib/launch/install.mjs'
import { endRunning, root, runQuietly, secondsSince } from '#lib/launch/run-quietly.mjs'
import { findBrowser } from './support/find-browser.mjs'

// `npm test`: everything from a clean clone to the last line `N passed, N failed`. `npm test -- types domain` runs
// only the named steps. Runs on the machine's own Node and, until it has installed them, without any package.
const folder = fileURLToPath(root)
const reports = join(folder, 'test-results')
const bin = (...path) => join(folder, 'node_modules', ...path)

const steps = {
  types: async () => {
    await must([bin('next', 'dist', 'bin', 'next'), 'typegen'])
    return must([bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'])
  },
  lint: () => must([bin('@biomejs', 'biome', 'bin', 'biome'), 'check']),
  law: () => vitest('law', '--project', 'domain', 'tests/architecture.test.ts'),
  'dead-code': () => must([bin('knip', 'bin', 'knip.js')]),
  migrations: () => must(['lib/launch/check-migrations.ts']),
  domain: () => vitest('domain', '--project', 'domain', '--exclude', 'tests/architecture.test.ts'),
  integration: () => vitest('integration', '--project', 'integration', '--project', 'apart'),
  build: async () => {
    if (!isBuilt()) await build()
    return { passed: 0, failed: 0 }
  },
  browser: playwright,
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in steps))
if (unknown) end(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endRunning()
    process.exit(130)
  })
}

mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0 }
const wanted = named.length > 0 ? named : Object.keys(steps)
const packages = take('packages', isInstalled() ? undefined : install)
// The browser comes while the packages do: one waits for the network, the other for the disk.
const browser = wanted.includes('browser') ? findBrowser((line) => console.log(line), packages) : undefined
browser?.catch(() => undefined)
await packages
await take('database client', isGenerated() ? undefined : () => generateClient(ownNode()))
// Without packages or client every step would fail for the same reason.
if (total.failed === 0) {
  // Each of these keeps one core busy: the types go beside the others.
  const light = ['lint', 'law', 'dead-code', 'migrations'].filter((name) => wanted.includes(name))
  const beside = wanted.includes('types') ? take('types', steps.types) : undefined
  for (const name of light) await take(name, steps[name])
  await beside
  for (const name of wanted) if (name !== 'types' && !light.includes(name)) await take(name, steps[name])
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function take(name, work) {
  if (!work) return
  const { passed, failed } = await timed(name, work)
  total.passed += passed
  total.failed += failed
}

/** Runs a step and says in a line what came of it; what a failed one said follows below it. */
async function timed(name, work) {
  const began = performance.now()
  const result = await Promise.resolve()
    .then(work)
    .catch((error) => ({ passed: 0, failed: 1, output: error.message }))
  const { passed = 0, failed = 0, output = '' } = result ?? {}
  const counts =
    passed + failed > 0 && !(failed === 1 && passed === 0) ? ` ${passed} passed, ${failed} failed` : ''
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}${counts} (${secondsSince(began)})`)
  if (failed > 0) console.log(`\n${output.trim()}\n`)
  return { passed, failed }
}

/** A step without tests of its own: it counts only when it fails. */
async function must(args) {
  const { code, output } = await runQuietly(ownNode(), args)
  return { passed: 0, failed: code === 0 ? 0 : 1, output }
}

async function vitest(name, ...args) {
  const report = join(reports, `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const program = bin('vitest', 'vitest.mjs')
  const { code, output } = await runQuietly(ownNode(), [program, 'run', ...args, ...reporters])
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report)
  const failures = output.indexOf('⎯ Failed ')
  return counted(code, numPassedTests, numFailedTests, failures < 0 ? output : output.slice(failures))
}

async function playwright() {
  if (!existsSync(join(folder, 'playwright.config.ts'))) throw new Error('There is no playwright.config.ts.')
  const path = await browser
  const report = join(reports, 'browser.json')
  rmSync(report, { force: true })
  const { code, output } = await runQuietly(
    ownNode(),
    [bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=line,json'],
    { env: { ...(path && { CHROMIUM_PATH: path }), PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report).stats ?? {}
  return counted(code, expected + flaky, unexpected, output)
}

// A runner may fail without a failed test: a file that cannot be loaded, a server that does not start.
function counted(code, passed, failed, output) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

function end(sentence) {
  console.error(sentence)
  process.exit(1)
}
