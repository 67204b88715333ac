import { translator } from '#lib/i18n/translator.ts'
import { firstDay } from '#tests/support/browser/journey.ts'
import { signInByHand } from '#tests/support/browser/sign-in-by-hand.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const { BROWSER_TEST_HOST_PORT: hostPort } = process.env
const PLACES = [
  '/',
  '/guides/agreement',
  '/offices',
  '/book/service',
  '/sign-in',
  '/appointment',
  '/api/v1/services',
]

test('every answer carries the headers that protect it', async ({ request }) => {
  for (const path of PLACES) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'content-type': expect.stringMatching(/charset=utf-8/i),
    })
    expect(headers, path).not.toHaveProperty('x-powered-by')
    expect(headers, path).not.toHaveProperty('access-control-allow-origin')
  }
})

test('scripts run only with a nonce that is new in every answer', async ({ request }) => {
  const pages = PLACES.filter((path) => !path.startsWith('/api/'))
  const nonces = new Set<string>()
  for (const path of [...pages, '/']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? ''
    expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval/)
    for (const rule of [
      "default-src 'self'",
      `frame-ancestors http://localhost:${hostPort};`,
      "object-src 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy, path).toContain(rule)
    }
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  }
  expect(nonces.size).toBe(pages.length + 1)
})

test('what programs get runs nothing and is in nobody’s frame', async ({ request }) => {
  const headers = (await request.get('/api/v1/services')).headers()
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(headers['x-frame-options']).toBe('DENY')
})

test('cookies are out of reach of scripts and of other sites', async ({ openPhone, somebody }) => {
  const page = await openPhone()
  await page.goto('/book/start?service=marriage')
  await page.locator('button[name=elder]').click()
  await page.goto('/sign-in?to=/book')
  await signInByHand(page, somebody())
  await page.waitForURL('**/book/**')
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['yd-session', 'yd-draft', 'yd-elder']),
  )
  for (const cookie of cookies) {
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  }
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('a form that another site sends in somebody’s name is refused', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  database,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code } = await hotline.book({ slotId: firstDay(await openOffice())[0]?.id ?? 0, parties })
  const page = await openPhone({ as: parties[0], javaScriptEnabled: false })
  await page.goto(`/appointment/${code}/cancel`)
  const form = Object.fromEntries(
    await page
      .locator('main form input')
      .evaluateAll((inputs) =>
        inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
      ),
  )
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const send = (path: string, headers: Record<string, string>, fields: Record<string, string>) =>
    page.request.post(path, { headers, multipart: fields, maxRedirects: 0 })
  const fields = { ...form, locale: 'en', to: '/' }
  for (const path of [`/appointment/${code}/cancel`, '/preferences', '/sign-in/start', '/sign-out']) {
    for (const headers of [
      foreign,
      { origin: foreign.origin },
      { origin: 'null' },
      { referer: foreign.origin },
    ]) {
      expect((await send(path, headers, fields)).status(), path).toBe(403)
    }
  }
  const { rows } = await database.query('SELECT status FROM appointment WHERE code = $1', [code])
  expect(rows).toEqual([{ status: 'awaiting-partner' }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.locator('form[action="/sign-out"]')).toBeVisible()
})

test('signing in never leads to another site', async ({ openPhone, somebody, baseURL }) => {
  const page = await openPhone()
  for (const to of [
    'https://evil.example',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/api/v1/docs',
  ]) {
    await page.goto(`/sign-in?${new URLSearchParams({ to })}`)
    await expect(page.locator('input[name=to]')).toHaveValue('/')
  }
  const start = await page.request.post('/sign-in/start', {
    headers: { origin: baseURL ?? '' },
    form: { to: 'https://evil.example/' },
  })
  await page.goto(start.url())
  const person = somebody()
  await page.locator('#name').fill(person.name)
  await page.locator('#documentNumber').fill(person.documentNumber)
  await page.locator('#phone').fill(person.phone)
  await page.locator('form:has(#name) button[type=submit]').click()
  await page.waitForURL(`${baseURL}/`)
})

test('what is longer than any form of ours is refused wherever something can be sent', async ({
  request,
  baseURL,
  somebody,
  openPhone,
}) => {
  const headers = { origin: baseURL ?? '' }
  const page = await openPhone({ as: somebody(), javaScriptEnabled: false })
  await page.goto('/book/service')
  const action = (await page.locator('main form input[type=hidden]').first().getAttribute('name')) ?? ''
  const doors = (text: string) => [
    request.post('/preferences', { headers, form: { locale: text }, maxRedirects: 0 }),
    request.post('/sign-in/start', { headers, form: { to: text }, maxRedirects: 0 }),
    request.post('/api/v1/eligibility', { data: { text } }),
    page.request.post('/book/service', {
      headers,
      multipart: { [action]: '', service: text },
      maxRedirects: 0,
    }),
  ]
  for (const answer of doors('x'.repeat(100 * 1024))) expect((await answer).status()).toBe(413)
  // Of two megabytes the rest is still on its way when the answer is given: then the line is cut, at any of the doors.
  const refused = doors('x'.repeat(2 * 1024 * 1024)).map((answer) =>
    answer.then((given) => given.status()).catch(() => 'cut'),
  )
  for (const answer of refused) expect([413, 'cut']).toContain(await answer)
})

test('what is no form changes nothing', async ({ request, baseURL }) => {
  const headers = { origin: baseURL ?? '' }
  const answer = await request.post('/preferences', { headers, data: { locale: 'en' } })
  expect(answer.status()).toBe(400)
})

test('headers by which Next talks to itself open nothing', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code } = await hotline.book({ slotId: firstDay(await openOffice())[0]?.id ?? 0, parties })
  const page = await openPhone({
    extraHTTPHeaders: {
      'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
      'x-forwarded-host': 'evil.example',
      'x-client-address': '127.0.0.1',
    },
  })
  await page.goto(`/appointment/${code}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator('zh-CN', 'appointment')('lookUp.title'),
  )
  expect(await page.content()).not.toContain('evil.example')
})

test('who signs out is signed out everywhere that session was used', async ({ openPhone, somebody }) => {
  const person = somebody()
  const page = await openPhone({ as: person })
  const kept = await openPhone({ as: person })
  await page.goto('/appointment')
  await page.locator('form[action="/sign-out"] button').click()
  await page.waitForURL((url) => url.pathname === '/')
  await kept.goto('/appointment')
  await expect(kept.locator('form[action="/sign-out"]')).toHaveCount(0)
})
