import { signOut } from './sign-in.ts'

/**
 * Signs out and takes from the browser whatever of ours opens something: the draft, what was looked up, a change that
 * waits for its code. How people like to read (language, large text) may stay. What belongs to a person is kept on the
 * server and found again after signing in.
 */
export async function forgetBrowser(request: Request): Promise<Response> {
  const { headers } = await signOut(request)
  const gone = new Headers({ 'cache-control': 'no-store', 'clear-site-data': '"cache"' })
  for (const cookie of headers.getSetCookie()) gone.append('set-cookie', cookie)
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const name = pair.split('=')[0]?.trim() ?? ''
    if (!/^(__Host-)?yd-[a-z-]+$/.test(name) || KEPT.has(name) || name.endsWith('yd-session')) continue
    const secure = name.startsWith('__Host-') ? '; Secure' : ''
    gone.append('set-cookie', `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`)
  }
  return new Response(null, { status: 204, headers: gone })
}

const KEPT = new Set(['yd-locale', 'yd-elder'])
