import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface DemoSecrets {
  readonly signingKey: JsonWebKey
  readonly cookieKeys: readonly string[]
}

/**
 * Signing key and cookie keys of the demo service, made once and kept in the data folder, so that a restart changes
 * nothing for anybody. A file that cannot be read is replaced: nothing of value hangs on these keys.
 */
export function keepSecrets(folder: string): DemoSecrets {
  const file = join(folder, 'demo-identity.json')
  const known = readSecrets(file)
  if (known) return known
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const made = {
    signingKey: { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' },
    cookieKeys: [randomBytes(32).toString('base64url')],
  }
  mkdirSync(folder, { recursive: true })
  // Written aside and renamed: a process that dies half-way leaves no half file.
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return made
}

function readSecrets(file: string): DemoSecrets | undefined {
  try {
    const { signingKey, cookieKeys } = JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoSecrets>
    return signingKey?.d && cookieKeys?.[0] ? { signingKey, cookieKeys } : undefined
  } catch {
    return undefined
  }
}
