/**
 * A version 7 UUID from an instant and ten random bytes. Ids that grow with time keep new rows side by side in the
 * index instead of all over it. RFC 9562 §5.7.
 */
export function uuidV7(at: Date, random: Uint8Array): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  const hex = Buffer.from(random.buffer, random.byteOffset, 10).toString('hex')
  const variant = ((Number.parseInt(hex.charAt(4), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}
