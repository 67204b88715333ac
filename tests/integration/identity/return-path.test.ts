import { afterEach, describe, expect, test, vi } from 'vitest'
import { readReturnPath } from '#lib/identity/read-return-path.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

// A process that was started for this address.
async function startedFor(publicUrl: string) {
  vi.stubEnv('PUBLIC_URL', publicUrl)
  vi.resetModules()
  return import('#lib/edge/sign-in.ts')
}

const ELSEWHERE = [
  '',
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  ' /book',
  'book',
  'http:/evil.example',
  '/sign-in?to=/sign-in',
  '/sign-out',
  '/api/auth/callback/identity?code=1',
  `/${'a'.repeat(600)}`,
]

describe('where signing in leads back to', () => {
  test.each(['/', '/book', '/book/place?x=1&y=2#z', '/预约'])('a path of ours stays: %s', (path) => {
    expect(decodeURI(readReturnPath(path))).toBe(path)
  })

  test.each(ELSEWHERE)('anywhere else becomes the home page: %j', async (to) => {
    expect(readReturnPath(to)).toBe('/')
    const { startSignIn, signInOptions } = await startedFor('https://yueding.example')
    const response = await startSignIn({ origin: 'https://yueding.example', returnTo: to, locale: 'en' })
    expect(response.headers.get('location')).toMatch(/^https:\/\/yueding\.example\/demo-identity\/auth\?/)
    const kept = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-yd-return='))
    expect(decodeURIComponent(kept?.split(/[=;]/)[1] ?? '')).toBe('https://yueding.example/')
    const baseUrl = 'https://yueding.example'
    expect(await signInOptions().callbacks?.redirect?.({ url: to, baseUrl })).toBe(`${baseUrl}/`)
  })

  test('a host that only begins like ours is not ours', async () => {
    const { signInOptions } = await startedFor('https://yueding.example')
    const baseUrl = 'https://yueding.example'
    const redirect = (url: string) => signInOptions().callbacks?.redirect?.({ url, baseUrl })
    expect(await redirect('https://yueding.example.evil.example/book')).toBe(`${baseUrl}/`)
    expect(await redirect('https://yueding.example@evil.example/book')).toBe(`${baseUrl}/`)
    expect(await redirect('https://yueding.example/book')).toBe(`${baseUrl}/book`)
  })

  test('who came by another name of the machine goes on under the public one', async () => {
    const { startSignIn } = await startedFor('https://yueding.example')
    const response = await startSignIn({ origin: 'http://10.0.0.5:3000', returnTo: '/book', locale: 'en' })
    expect(response.headers.get('location')).toBe('https://yueding.example/sign-in?to=%2Fbook')
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('the cookies', () => {
  const shapes = async (publicUrl: string) => {
    const { startSignIn, signInOptions } = await startedFor(publicUrl)
    const response = await startSignIn({ origin: publicUrl, returnTo: '/book', locale: 'en' })
    const attempt = response.headers.getSetCookie().map((cookie) => {
      const [pair = '', ...attributes] = cookie.split('; ')
      const fixed = attributes.filter((one) => !one.startsWith('Expires='))
      return [pair.slice(0, pair.indexOf('=')), ...fixed.sort()].join('; ')
    })
    return { attempt, session: signInOptions().cookies?.sessionToken }
  }

  test('under https belong to this very host and travel encrypted only', async () => {
    expect(await shapes('https://yueding.example')).toMatchInlineSnapshot(`
      {
        "attempt": [
          "__Host-yd-return; HttpOnly; Max-Age=900; Path=/; SameSite=Lax; Secure",
          "__Host-yd-state; HttpOnly; Max-Age=900; Path=/; SameSite=Lax; Secure",
          "__Host-yd-pkce; HttpOnly; Max-Age=900; Path=/; SameSite=Lax; Secure",
          "__Host-yd-nonce; HttpOnly; Max-Age=900; Path=/; SameSite=Lax; Secure",
        ],
        "session": {
          "name": "__Host-yd-session",
          "options": {
            "httpOnly": true,
            "path": "/",
            "sameSite": "lax",
            "secure": true,
          },
        },
      }
    `)
  })

  test('under http are what they can be', async () => {
    expect(await shapes('http://localhost:3000')).toMatchInlineSnapshot(`
      {
        "attempt": [
          "yd-return; HttpOnly; Max-Age=900; Path=/; SameSite=Lax",
          "yd-state; HttpOnly; Max-Age=900; Path=/; SameSite=Lax",
          "yd-pkce; HttpOnly; Max-Age=900; Path=/; SameSite=Lax",
          "yd-nonce; HttpOnly; Max-Age=900; Path=/; SameSite=Lax",
        ],
        "session": {
          "name": "yd-session",
          "options": {
            "httpOnly": true,
            "path": "/",
            "sameSite": "lax",
            "secure": false,
          },
        },
      }
    `)
  })
})
