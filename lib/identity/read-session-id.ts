import { decode } from 'next-auth/jwt'
import { env } from '#lib/env.ts'
import { nameCookie } from './name-cookie.ts'

/**
 * The session's id inside a session cookie; undefined for a cookie that is missing, forged, or sealed under an earlier
 * secret. Whether the session lives is for `findSession` to say.
 */
export async function readSessionId(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined
  const token = await decode({ token: cookie, secret: env.sessionSecret }).catch(() => null)
  const sessionId = token?.sid
  return typeof sessionId === 'string' ? sessionId : undefined
}

/** The same from a whole `Cookie` header. */
export function readSessionIdFrom(cookieHeader: string | null | undefined): Promise<string | undefined> {
  const name = `${nameCookie('session')}=`
  const pair = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
  return readSessionId(pair?.slice(name.length))
}
