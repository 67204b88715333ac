import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'

const HOST = 'https://app.example'
const OTHER = 'https://service.example:8443'
const FRAMED = { FRAME_ANCESTORS: `${HOST}, ${OTHER}`, PUBLIC_URL: 'https://yueding.example' }

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** A module as a process with these settings loads it. */
async function load<Module>(settings: Record<string, string>, read: () => Promise<Module>): Promise<Module> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  vi.resetModules()
  return read()
}

async function headersOf(path: string, settings: Record<string, string>): Promise<Record<string, string>> {
  const { setSecurityHeaders } = await load(settings, () => import('#lib/launch/security-headers.ts'))
  const headers: Record<string, string> = {}
  const response = { setHeader: (name: string, value: string) => Object.assign(headers, { [name]: value }) }
  setSecurityHeaders({ headers: {} } as IncomingMessage, response as unknown as ServerResponse, path)
  return headers
}

const ancestorsIn = (headers: Record<string, string>) =>
  /frame-ancestors ([^;]*)/.exec(headers['Content-Security-Policy'] ?? '')?.[1]

describe('pages in the frame of a host app', () => {
  test.each(['/', '/book/service', '/demo-identity/choose/abc', '/appointment/7K3Q9M2X4T'])(
    '%s: only under the hosts that are named, and under nobody when none is',
    async (path) => {
      const framed = await headersOf(path, FRAMED)
      expect(ancestorsIn(framed)).toBe(`${HOST} ${OTHER}`)
      expect(framed).not.toHaveProperty('X-Frame-Options')
      const alone = await headersOf(path, { ...FRAMED, FRAME_ANCESTORS: '' })
      expect(ancestorsIn(alone)).toBe("'none'")
      expect(alone).toMatchObject({ 'X-Frame-Options': 'DENY' })
      for (const headers of [framed, alone])
        expect(headers).toMatchObject({
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Cross-Origin-Resource-Policy': 'same-origin',
        })
    },
  )

  test.each([
    '/desk',
    '/desk/today',
    '/Desk/x',
    '/%64esk/today',
    '//desk',
    '/\\desk',
    '/admin',
    '/hall/1',
    '/%zz',
  ])('%s: never, whoever is named', async (path) => {
    const headers = await headersOf(path, FRAMED)
    expect(ancestorsIn(headers)).toBe("'none'")
    expect(headers['X-Frame-Options']).toBe('DENY')
  })

  test('every room of pages beside the couples’ own is one of those', async () => {
    const groups = readdirSync('app', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const others = groups.filter(({ name }) => !['(couple)', 'api', 'preferences'].includes(name))
    const paths = others.flatMap(({ name }) =>
      name.startsWith('(') ? readdirSync(`app/${name}`).map((inner) => `/${inner}`) : [`/${name}`],
    )
    for (const path of paths.filter((one) => !one.includes('.')))
      expect(ancestorsIn(await headersOf(path, FRAMED)), path).toBe("'none'")
  })

  test('the programs’ side is in nobody’s frame', async () => {
    const { answerHeaders } = await load(FRAMED, () => import('#lib/launch/security-headers.ts'))
    expect(ancestorsIn({ ...answerHeaders })).toBe("'none'")
    expect(answerHeaders).toMatchObject({ 'X-Frame-Options': 'DENY' })
  })
})

describe('cookies', () => {
  const guardUnder = async (settings: Record<string, string>) =>
    (await load(settings, () => import('#lib/identity/guard-cookie.ts'))).guardCookie()

  test('are kept in a frame, apart for each host, only where there are frames and https', async () => {
    const common = { httpOnly: true, path: '/' }
    expect(await guardUnder(FRAMED)).toEqual({ ...common, secure: true, sameSite: 'none', partitioned: true })
    expect(await guardUnder({ ...FRAMED, FRAME_ANCESTORS: '' })).toEqual({
      ...common,
      secure: true,
      sameSite: 'lax',
    })
    expect(await guardUnder({ ...FRAMED, PUBLIC_URL: 'http://localhost:3000' })).toEqual({
      ...common,
      secure: false,
      sameSite: 'lax',
    })
  })

  test('of signing in are set so by next-auth itself, and a sign-out names them the same', async () => {
    const settings = { ...FRAMED, OIDC_ISSUER: '', DEMO: 'on' }
    const { startSignIn, signOut } = await load(settings, () => import('#lib/edge/sign-in.ts'))
    const begun = await startSignIn({ origin: FRAMED.PUBLIC_URL, returnTo: '/book', locale: 'zh-CN' })
    const cookies = begun.headers.getSetCookie()
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(
      expect.arrayContaining(['__Host-yd-state', '__Host-yd-pkce', '__Host-yd-nonce', '__Host-yd-return']),
    )
    const gone = (await signOut(new Request(FRAMED.PUBLIC_URL))).headers.getSetCookie()
    expect(gone).toHaveLength(1)
    for (const cookie of [...cookies, ...gone]) {
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=None/i)
      expect(cookie).toMatch(/; Partitioned/)
    }
  })
})

test.each(['app.example', 'https://app.example/path', '*', 'https://*.example'])(
  'a host like %s is refused at the start',
  async (FRAME_ANCESTORS) => {
    await expect(load({ FRAME_ANCESTORS }, () => import('#lib/env.ts'))).rejects.toThrow(
      /The setting FRAME_ANCESTORS is .* must be addresses without a path/,
    )
  },
)
