import { drawRandom } from './draw-random.ts'

/** 256 random bits for a cookie. */
export function drawToken(): string {
  return drawRandom(32).toString('base64url')
}
