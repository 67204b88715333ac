import { decode } from 'next-auth/jwt'
import { loadKeys } from './load-keys.ts'
import { nameCookie } from './name-cookie.ts'

/**
 * The id of the session that a `Cookie` header carries; undefined where there is no session cookie, or one that is
 * forged or sealed under an earlier secret. Whether the session lives is for `findSession` to say.
 */
export async function readSessionId(cookieHeader: string | null): Promise<string | undefined> {
  const name = `${nameCookie('session')}=`
  const pair = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
  if (!pair) return undefined
  const token = await decode({ token: pair.slice(name.length), secret: loadKeys().session }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : undefined
}
