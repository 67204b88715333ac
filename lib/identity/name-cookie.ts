import { env } from '#lib/env.ts'

export type CookiePurpose =
  | 'session'
  | 'return'
  | 'csrf'
  | 'pkce'
  | 'state'
  | 'nonce'
  | 'contact'
  | 'care'
  | 'home-visit'
  | 'counter'
  | 'walk-in'
  | 'desk'
  | 'desk-name'
  | 'desk-link'
  | 'device'
  | 'device-link'
  | 'desk-form'
  | 'desk-search'

/** The name of a cookie of ours. Under https it binds the cookie to this very host: no sister site can plant one. */
export function nameCookie(purpose: CookiePurpose): string {
  return env.publicUrl.startsWith('https:') ? `__Host-yd-${purpose}` : `yd-${purpose}`
}
