import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(12 * 1024)
let used = pool.length

/**
 * That many fresh random bytes (at most 12 KB), each given out once.
 * PERF: drawn in bulk, one call to the system for a thousand initialisation vectors.
 * SAFETY: the bytes are a window on the pool, overwritten by a later draw: use or copy them before the next `await`.
 */
export function drawRandom(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += length
  return pool.subarray(used - length, used)
}
