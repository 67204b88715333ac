import { createSecretKey, type KeyObject } from 'node:crypto'
import { env } from '#lib/env.ts'

export interface Keys {
  /** All versions that may still be in the database. */
  readonly fields: ReadonlyMap<number, KeyObject>
  /** The version that seals from now on. */
  readonly newest: { readonly version: number; readonly key: KeyObject }
  readonly index: KeyObject
  /** What sealed cookies and derived secrets rest on. */
  readonly session: string
}

let loaded: Keys | undefined

/**
 * The keys of the environment, ready for use.
 * PERF: as `KeyObject` and made once: a raw buffer is parsed anew by every cipher and costs three times as much.
 */
export function loadKeys(): Keys {
  loaded ??= readKeys()
  return loaded
}

function readKeys(): Keys {
  const fields = new Map(env.fieldKeys.map(({ version, key }) => [version, createSecretKey(key)]))
  const version = Math.max(...fields.keys())
  const key = fields.get(version)
  if (!key) throw new Error('no key for personal data')
  return {
    fields,
    newest: { version, key },
    index: createSecretKey(env.indexKey),
    session: env.sessionSecret,
  }
}
