import { env } from '#lib/env.ts'

/** How a cookie of ours is kept. */
export interface CookieGuard {
  readonly httpOnly: true
  readonly sameSite: 'lax' | 'none'
  readonly secure: boolean
  readonly partitioned?: true
  readonly path: '/'
}

/**
 * How every cookie of the couples' pages is kept: out of reach of scripts, and of other sites. Where a host app may show
 * these pages in a frame, the browser would take a `Lax` cookie for another site's and leave it out; then it is kept for
 * frames as well, but apart for each host (`Partitioned`), so that what one host's frame holds no other can use. Only
 * https can do that. SAFETY: writes are refused by where they come from (`lib/edge/origin.ts`, `lib/launch/refuse-write.ts`,
 * `lib/api/authenticate.ts`), never by a cookie that stays away.
 */
export function guardCookie(): CookieGuard {
  const secure = env.publicUrl.startsWith('https:')
  const kept = { httpOnly: true, secure, path: '/' } as const
  const isFramed = secure && env.frameAncestors.length > 0
  return isFramed ? { ...kept, sameSite: 'none', partitioned: true } : { ...kept, sameSite: 'lax' }
}
