import { request } from 'node:http'
import { translator } from '#lib/i18n/translator.ts'
import { ageSessions } from '#tests/support/browser/age-sessions.ts'
import { firstDay, goTo, send } from '#tests/support/browser/journey.ts'
import { readCode } from '#tests/support/browser/read-code.ts'
import { signIn } from '#tests/support/browser/sign-in.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const tell = translator('zh-CN', 'safety')
const SERVICE = 'DIVORCE_APPLICATION'

for (const javaScriptEnabled of [true, false]) {
  test(`a phone other than the sign-in’s is proved before anything is sent, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openPhone,
    openOffice,
    somebody,
    database,
  }) => {
    const [one, other, spare] = [somebody({ sex: 'F' }), somebody({ sex: 'M' }), somebody()]
    const page = await openPhone({ as: one, javaScriptEnabled })
    const office = await openOffice()
    await goTo(page, 'you', { office, partner: other })
    await page.locator('#phone').fill(` ${spare.phone.slice(0, 3)} ${spare.phone.slice(3)} `)
    await send(page)
    await page.waitForURL('**/book/phone?sent=1')
    await expect(page.getByRole('main')).toContainText(spare.phone)
    const field = page.locator('#code')
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await expect(field).toHaveAttribute('inputmode', 'numeric')
    // Nobody gets round it.
    await page.goto('/book/partner/kind')
    await page.locator('input[name=partyType][value=MAINLAND]').check()
    await send(page)
    await page.waitForURL('**/book/partner')
    await page.locator('#name').fill(other.name)
    await page.locator('#documentNumber').fill(other.documentNumber)
    await page.locator('#phone').fill(other.phone)
    await send(page)
    await page.waitForURL('**/book/answers')
    await send(page)
    // The code of a moment ago still counts, so none is sent again.
    await page.waitForURL('**/book/phone?wait=*')
    const code = await readCode(database, spare.phone)
    await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
    await page.getByRole('button', { name: tell('code.submit') }).click()
    await page.waitForURL('**/book/phone?wrong=wrong')
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.getByRole('alert').filter({ hasText: tell('code.fault.wrong') })).toBeVisible()
    await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.getByRole('button', { name: tell('code.submit') }).click()
    await page.waitForURL('**/book/answers')
    await expect(page.getByRole('main')).toContainText(other.name)
    await send(page)
    await page.waitForURL(/\/appointment\/[0-9A-Z]{10}$/)
    expect(firstDay(office).length).toBeGreaterThan(0)
  })
}

test('the sign-in’s own phone needs no code', async ({ openPhone, openOffice, somebody }) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const page = await openPhone({ as: one })
  await goTo(page, 'you', { office: await openOffice(), partner: other })
  await send(page)
  await page.waitForURL('**/book/partner/kind')
})

test('a contact of one’s own is proved, kept, and shown to nobody else', async ({
  openPhone,
  somebody,
  openOffice,
  hotline,
  database,
  baseURL,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const office = await openOffice()
  const booked = await hotline.book({
    slotId: firstDay(office)[0]?.id ?? 0,
    service: SERVICE,
    parties: [one, other],
  })
  const page = await openPhone({ as: one })
  await page.goto(`/appointment/${booked.code}`)
  await page.getByRole('link', { name: tell('ways.contact') }).click()
  await page.waitForURL('**/contact')
  await expect(page.locator('#address')).toHaveValue(one.phone)
  const address = `safe-${Date.now()}@example.com`
  await page.locator('input[name=medium][value=email]').check()
  await page.locator('#address').fill(address.replace('@', ' at '))
  await page.locator('#safe').check()
  await page.locator('#callFrom').fill('12:00')
  await page.locator('#callUntil').fill('13:30')
  await send(page)
  await page.waitForURL('**/contact?wrong=1')
  // What was typed is still there, right or wrong.
  await expect(page.locator('#callUntil')).toHaveValue('13:30')
  await expect(page.locator('#safe')).toBeChecked()
  await page.locator('#address').fill(address)
  await send(page)
  await page.waitForURL('**/contact/code?sent=1')
  await page.locator('#code').fill(await readCode(database, address))
  await page.getByRole('button', { name: tell('code.submit') }).click()
  await page.waitForURL('**/contact?saved=1')
  await expect(page.locator('#address')).toHaveValue(address)
  const partner = await openPhone({ as: other })
  for (const path of [
    `/appointment/${booked.code}`,
    '/appointment',
    '/contact',
    `/api/v1/appointments/${booked.code}`,
  ]) {
    expect(await (await partner.request.get(path)).text(), path).not.toContain(address)
  }
  // A phone that has been signed in for a while lies about: who holds it now proves it again.
  await ageSessions(database, one, 10)
  await page.locator('#quietFrom').fill('20:00')
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(tell('again.title'))
  await expect(page.locator('body')).not.toContainText(address)
  await signIn(page.context(), one, baseURL ?? '')
  await page.goto('/contact')
  await expect(page.locator('#quietFrom')).toHaveValue('20:00')
})

test('what one tells the desk reaches the desk’s row and no page of the other’s', async ({
  openPhone,
  somebody,
  openOffice,
  hotline,
  database,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const office = await openOffice()
  const parties = [one, other]
  const booked = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service: SERVICE, parties })
  const page = await openPhone({ as: other, javaScriptEnabled: false })
  await page.goto(`/appointment/${booked.code}`)
  await page.getByRole('link', { name: tell('ways.care') }).click()
  await page.locator('#separate').check()
  await page.locator('#callFrom').fill('12:00')
  await page.locator('#note').fill('请从侧门叫我')
  await send(page)
  await page.waitForURL('**/care?wrong=1')
  await expect(page.locator('#note')).toHaveValue('请从侧门叫我')
  await page.locator('#callUntil').fill('13:30')
  await send(page)
  await page.waitForURL('**/care?saved=1')
  const { rows } = await database.query(
    `SELECT role FROM party p JOIN appointment a ON a.id = p.appointment_id WHERE code = $1 AND care IS NOT NULL`,
    [booked.code],
  )
  expect(rows).toEqual([{ role: 2 }])
  const first = await openPhone({ as: one })
  for (const path of [
    `/appointment/${booked.code}`,
    `/appointment/${booked.code}/care`,
    '/appointment',
    `/api/v1/appointments/${booked.code}`,
  ]) {
    const text = await (await first.request.get(path)).text()
    expect(text, path).not.toContain('侧门')
    expect(text, path).not.toContain('13:30')
  }
})

test('sign-ins begun from one address end at three hundred a minute, politely', async ({ baseURL }) => {
  test.skip(process.platform !== 'linux', 'elsewhere a machine has one loopback address')
  const { port, host, origin } = new URL(baseURL ?? '')
  const begin = () =>
    new Promise<string>((resolve, reject) => {
      const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' }
      const where = {
        host: '127.0.0.1',
        localAddress: '127.0.0.9',
        port,
        path: '/sign-in/start',
        method: 'POST',
      }
      request({ ...where, headers }, (answer) => {
        answer.resume()
        resolve(answer.headers.location ?? String(answer.statusCode))
      })
        .once('error', reject)
        .end('to=%2Fcontact')
    })
  const answers: string[] = []
  while (answers.length < 310) answers.push(...(await Promise.all(Array.from({ length: 31 }, begin))))
  const refused = answers.filter((location) => location.startsWith('/sign-in?error=busy'))
  expect(refused).toHaveLength(10)
  expect(refused[0]).toBe('/sign-in?error=busy&to=%2Fcontact')
})
