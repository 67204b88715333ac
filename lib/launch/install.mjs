import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runQuietly } from './run-quietly.mjs'

const folder = fileURLToPath(root)

/** The Node that npm brought: the version this project is written for, whatever the machine has. */
export function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(folder, 'node_modules', 'node', 'bin', name)
}

/**
 * Whether node_modules is what package-lock.json asks for. npm writes its own list when an installation is complete,
 * so a difference means: never installed, interrupted, or the lock has changed since.
 */
export function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present || !existsSync(ownNode())) return false
  const lacks = Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false
    // What is made for other systems is not installed, and not missed.
    if (!present[path]) return !entry.optional && !entry.devOptional
    return present[path].version !== entry.version
  })
  return !lacks && Object.keys(present).every((path) => existsSync(join(folder, path, 'package.json')))
}

/** Installs exactly the locked packages. Throws with the end of npm's own words when it fails. */
export async function install() {
  const { program, args } = findNpm()
  // Building and testing need the development packages, even where NODE_ENV says production.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runQuietly(program, [...args, ...flags])
  if (code === 0 && existsSync(ownNode())) return
  throw new Error(`npm ci failed.\n${lastLines(output)}`)
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

// The npm that runs us; else the one beside this Node; else the one on the PATH.
function findNpm() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const script = [process.env.npm_execpath, beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  )
  if (script) return { program: process.execPath, args: [script] }
  return { program: 'npm', args: [] }
}

function lastLines(text) {
  return text.trim().split('\n').slice(-15).join('\n')
}
