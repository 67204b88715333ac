import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

const makers: Record<string, () => string> = {
  FIELD_KEYS: () => `1:${randomBytes(32).toString('base64')}`,
  INDEX_KEY: () => randomBytes(32).toString('base64'),
  SESSION_SECRET: () => randomBytes(32).toString('base64url'),
  VOUCHER_KEY: () => `1:${randomBytes(32).toString('base64')}`,
  AUDIT_KEY: () => `1:${randomBytes(32).toString('base64')}`,
}

/** Nothing in a database rests on these, so they are made wherever they are missing. */
const replaceable = ['VOUCHER_KEY', 'AUDIT_KEY']

const file = join(env.dataDir, 'keys.json')
/** Keys that later versions of the product asked for, a file for each time: none is ever written again. */
const laterFiles = ['keys-later.json', 'keys-later-2.json', 'keys-later-3.json'].map((name) =>
  join(env.dataDir, name),
)

type Keys = Record<string, string>

/**
 * Puts the keys that were not given into the environment: made at the first start, kept in `keys.json` of the data
 * folder. Without the old keys the personal data of an existing database can never be read again, so keys are only
 * made where no database can have been written with others. Returns whether it made any.
 */
export function prepareKeys(): boolean {
  const missing = Object.keys(makers).filter((name) => !process.env[name]?.trim())
  if (missing.length === 0) return false
  const first = readKept(file)
  // Read once: who comes second at the same moment writes to the same file, and takes what the first wrote.
  const laters = laterFiles.map(readKept)
  const free = laterFiles[laters.indexOf(undefined)] ?? file
  const kept = { ...Object.assign({}, ...laters), ...first }
  const lost = missing.filter((name) => !kept[name])
  const sealing = lost.find((name) => !replaceable.includes(name))
  if (sealing && first) refuse(`holds no ${sealing}`)
  if (sealing && !mayMakeNew()) refuse('is missing or damaged')
  const keys = lost.length === 0 ? kept : { ...kept, ...keepKeys(lost, sealing ? file : free) }
  for (const name of missing) process.env[name] = keys[name] ?? refuse(`holds no ${name}`)
  return lost.length > 0
}

function readKept(path: string): Keys | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function mayMakeNew(): boolean {
  return env.databaseUrl ? !existsSync(file) : !existsSync(join(env.dataDir, 'postgres'))
}

// Two processes may start at once: a link, unlike a write, refuses to replace, so the first wins and both agree.
function keepKeys(names: string[], path: string): Keys {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o711 })
  const half = `${path}.half-${process.pid}`
  const made = Object.fromEntries(names.map((name) => [name, makers[name]?.()]))
  writeFileSync(half, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(half, path)
  } catch {
    if (!readKept(path)) renameSync(half, path)
  }
  rmSync(half, { force: true })
  return readKept(path) ?? refuse('cannot be read')
}

function refuse(fault: string): never {
  throw new Error(
    `${file} ${fault}, and the database holds data sealed with the old keys. Put the file back or give ` +
      `${Object.keys(makers).join(', ')} as settings. To start anew, remove ${env.dataDir}.`,
  )
}
