/** What lies on the disk of a workstation: without the key it says nothing. */
export interface SealedBox {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly sealed: ArrayBuffer
}

/** The key of a day from the secret of the server (256 bits, base64); no script can read it out again. */
export function keyFrom(secret: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, value: unknown): Promise<SealedBox> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(value))
  return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
}

/** What was sealed; undefined with another key, or when it was changed since. */
export async function unseal<Value>(key: CryptoKey, { iv, sealed }: SealedBox): Promise<Value | undefined> {
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed).catch(() => undefined)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value)
}
