import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownNode } from './install.mjs'
import { root, runQuietly } from './run-quietly.mjs'

const folder = fileURLToPath(root)
const stampFile = join(folder, '.next', 'built-from')

/** What the pages are made of; the generated database client follows from prisma/schema. */
const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
]
const leftOut = /^lib[/\\](launch|db[/\\]generated)([/\\]|$)/

/** Whether .next was built, completely, from the sources as they are now. */
export function isBuilt() {
  try {
    return existsSync(join(folder, '.next', 'BUILD_ID')) && readFileSync(stampFile, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

/** Builds the pages. Throws with Next's own words when it fails. The stamp comes last: half a build has none. */
export async function build() {
  rmSync(stampFile, { force: true })
  const wanted = fingerprint()
  const next = join(folder, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { code, output } = await runQuietly(ownNode(), [next, 'build'], { env: { NODE_ENV: 'production' } })
  if (code !== 0) throw new Error(`next build failed.\n${output.trim()}`)
  writeFileSync(stampFile, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap(listFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (leftOut.test(path) || !existsSync(join(folder, path))) return []
  const entries = readEntries(join(folder, path))
  if (!entries) return [path]
  return entries.sort().flatMap((name) => listFiles(join(path, name)))
}

function readEntries(path) {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}
