/**
 * By which address a caller is counted. A neighbourhood of IPv6 (/64) is one caller, since whoever has one of its
 * addresses has as many as they like; IPv4 counts by itself, also when it is written the IPv6 way.
 */
export function neighbourhoodOf(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase()
    .slice(0, 45)
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array<string>(Math.max(0, gap)).fill('0'), ...after].slice(0, 4).join(':')
}
