import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ownNode } from '#lib/launch/install.mjs'
import { root, runQuietly } from '#lib/launch/run-quietly.mjs'

// The one without windows first: it needs a quarter less of the processor for the same pages.
const names = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable'],
]
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/**
 * The browser for the tests: the system's Chromium; else Debian's, installed where we may; else Playwright's own, for
 * which the path is empty, once `packages` are there. Throws a sentence when there is none and none can be had.
 */
export async function findBrowser(say, packages) {
  const found = findOnSystem()
  if (found) {
    await addChineseFonts(say)
    return found
  }
  if (mayInstall()) {
    say('No Chromium here; installing Debian’s …')
    await aptInstall('chromium-headless-shell', 'fonts-noto-cjk')
    const slim = findOnSystem()
    if (slim) return slim
    // Older Debians have it only with its windows.
    await aptInstall('chromium')
    const whole = findOnSystem()
    if (whole) return whole
  }
  await packages
  say('No Chromium here; fetching Playwright’s …')
  const playwright = join(root.pathname, 'node_modules', 'playwright', 'cli.js')
  const { code, output } = await runQuietly(ownNode(), [playwright, 'install', '--only-shell', 'chromium'])
  if (code === 0) return ''
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), ' +
      `so that \`chromium\` is on the PATH, and run npm test again.\n${output.trim().split('\n').slice(-3).join('\n')}`,
  )
}

function findOnSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
  return candidates.find((path) => isExecutable(path))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const mayInstall = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

async function aptInstall(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update'], { env })
  return runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
}

// Without them every Chinese page is measured, and photographed, as boxes.
async function addChineseFonts(say) {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (status !== 0 || stdout.trim() || !mayInstall()) return
  say('No Chinese fonts here; installing Debian’s …')
  await aptInstall('fonts-noto-cjk')
}
