import { createDecipheriv } from 'node:crypto'
import { loadKeys } from './load-keys.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * The value that `sealJson` has put there. Throws when the context is another one, a bit was changed, or the key of
 * that version is gone: that is damage or tampering, never a case to go on with.
 */
export function openJson<Value>(context: string, sealed: Uint8Array): Value {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const version = bytes[0]
  const key = version === undefined ? undefined : loadKeys().fields.get(version)
  if (!key) throw new Error(`sealed with key version ${version}, which is not configured`)
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES) throw new Error('sealed value is cut short')
  const iv = bytes.subarray(1, 1 + IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const text = decipher.update(bytes.subarray(1 + IV_BYTES, -TAG_BYTES), undefined, 'utf8')
  return JSON.parse(text + decipher.final('utf8')) as Value
}
