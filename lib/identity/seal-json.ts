import { createCipheriv } from 'node:crypto'
import { drawRandom } from './draw-random.ts'
import { loadKeys } from './load-keys.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a value for storage: key version (1 byte), initialisation vector (12), AES-256-GCM ciphertext, tag (16).
 * `context` says where the value lies (table and row); a sealed value moved elsewhere no longer opens.
 */
export function sealJson(context: string, value: unknown): Buffer {
  const { version, key } = loadKeys().newest
  const iv = drawRandom(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const text = cipher.update(JSON.stringify(value), 'utf8')
  cipher.final()
  const sealed = Buffer.allocUnsafe(1 + IV_BYTES + text.length + TAG_BYTES)
  sealed[0] = version
  sealed.set(iv, 1)
  sealed.set(text, 1 + IV_BYTES)
  sealed.set(cipher.getAuthTag(), 1 + IV_BYTES + text.length)
  return sealed
}
