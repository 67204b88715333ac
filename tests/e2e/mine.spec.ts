import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { firstDay } from '#tests/support/browser/journey.ts'
import { signIn } from '#tests/support/browser/sign-in.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'mine')
const sayOf = translator('zh-CN', 'appointment')
const WORDS = '我的名字有一个字写错了，\n应该是“川”。'

test('two people find their appointment, the next step and how it ended', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const slotId = firstDay(await openOffice())[0]?.id ?? 0
  const booked = await hotline.book({ slotId, parties: [one, other] })
  const [his, hers] = [await openPhone({ as: one }), await openPhone({ as: other })]
  await his.goto('/mine')
  await expect(his.getByRole('link', { name: say('step.wait') })).toContainText(
    sayOf('status.awaiting-partner'),
  )
  await hers.goto('/mine')
  await hers.getByRole('link', { name: say('step.agree') }).click()
  await expect(hers).toHaveURL(new RegExp(`/agree\\?code=${booked.code}`))
  await hotline.confirm(booked, other)
  await hers.goto('/mine')
  await hers.getByRole('link', { name: say('step.come') }).click()
  await hers.getByRole('link', { name: sayOf('cancel.open') }).click()
  await hers.getByRole('button', { name: sayOf('cancel.submit') }).click()
  await hers.waitForURL(new RegExp(`/appointment/${booked.code}$`))
  await hers.goto('/mine')
  await expect(hers.getByRole('link', { name: say('ended.cancelled.you') })).toBeVisible()
  await his.goto('/mine')
  const past = his.getByRole('link', { name: say('ended.cancelled.other') })
  await expect(past).toContainText(say('step.book-again'))
  await expect(his.getByText(say('noneAhead'))).toBeVisible()
})

test('somebody without appointments is shown the way to one, and who is not signed in the way there', async ({
  openPhone,
  somebody,
}) => {
  const page = await openPhone({ as: somebody() })
  await page.goto('/mine')
  await page.getByRole('link', { name: say('book') }).click()
  await expect(page).toHaveURL(/\/book\/service/)
  const stranger = await openPhone()
  await stranger.goto('/mine')
  await expect(stranger).toHaveURL(/\/sign-in\?to=%2Fmine/)
})

test('each of the two sees who has seen and changed their appointment; a stranger does not', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const slotId = firstDay(await openOffice())[0]?.id ?? 0
  const { code } = await hotline.book({ slotId, parties: [one, other] })
  const looking = await openPhone()
  await looking.goto('/appointment')
  await looking.locator('#code').fill(code)
  await looking.locator('#lastFour').fill(other.documentNumber.slice(-4))
  await looking.locator('main form button').click()
  await expect(looking).toHaveURL(new RegExp(`/appointment/${code}$`))
  await expect(looking.getByRole('link', { name: say('matters.trail') })).toHaveCount(0)
  const page = await openPhone({ as: one })
  await page.goto(`/appointment/${code}`)
  await page.getByRole('link', { name: say('matters.trail') }).click()
  const entries = page.locator('main ol li')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText(
    `${say('trail.who.somebody')} ${say('trail.act.appointment-looked-up')}`,
  )
  await expect(entries.last()).toContainText(say('trail.act.appointment-booked'))
  const stranger = await openPhone({ as: somebody() })
  await stranger.goto(`/appointment/${code}/trail`)
  await expect(stranger).toHaveURL(/\/appointment\?code=/)
})

test('one of the two tells the office what is wrong; the other hears nothing of it', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  database,
}) => {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const slotId = firstDay(await openOffice())[0]?.id ?? 0
  const { code } = await hotline.book({ slotId, parties: [one, other] })
  const page = await openPhone({ as: one })
  await bringAxe(page)
  await page.goto(`/appointment/${code}`)
  await page.getByRole('link', { name: say('matters.correction') }).click()
  const submit = page.getByRole('button', { name: say('correction.submit') })
  await submit.click()
  await expect(page.getByRole('alert').filter({ hasText: say('correction.required') })).toBeVisible()
  await expect(page).toHaveTitle(/^错误：/)
  await page.locator('#text').fill(WORDS)
  await submit.click()
  await expect(page.getByText(say('correction.open.title'))).toBeVisible()
  await expect(page.getByText('应该是“川”。')).toBeVisible()
  await expect(page.locator('#text')).toHaveCount(0)
  for (const look of ['usual', 'large'] as const) expect(await findBarriers(page, look)).toEqual([])
  const partner = await openPhone({ as: other })
  await partner.goto(`/appointment/${code}/correction`)
  await expect(partner.locator('#text')).toBeVisible()
  await partner.goto(`/appointment/${code}/trail`)
  await expect(partner.getByText(say('trail.act.correction-asked'))).toHaveCount(0)
  await database.query(
    `UPDATE correction_request SET answered_at = now(), answer = 'corrected'
     WHERE appointment_id = (SELECT id FROM appointment WHERE code = $1)`,
    [code],
  )
  await page.reload()
  await expect(page.getByText(say('correction.answered.corrected'))).toBeVisible()
  await expect(page.locator('#text')).toBeVisible()
})

test('one’s own data come as a file, without the other’s, and not for another site’s page', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  watch,
}) => {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const slotId = firstDay(await openOffice())[0]?.id ?? 0
  const { code } = await hotline.book({ slotId, parties: [one, other] })
  const page = await openPhone({ as: one })
  await page.goto('/mine')
  const text = await download(page)
  expect(JSON.parse(text)).toMatchObject({ format: 'yueding-own-data/1', appointments: [{ code }] })
  for (const own of [one.name, one.documentNumber, one.phone]) expect(text).toContain(own)
  for (const theirs of [other.name, other.documentNumber, other.phone]) expect(text).not.toContain(theirs)
  const asked = await page.request.post('/mine/data', { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(asked.headers()).toMatchObject({
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="my-data.json"',
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  const foreign = await page.request.post('/mine/data', { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(foreign.status()).toBe(403)
  for (let left = 3; left > 0; left -= 1) await download(page)
  watch.expected.push(/429/)
  await page.getByRole('button', { name: say('data.submit') }).click()
  await expect(page.getByRole('alert').filter({ hasText: say('data.tooMany') })).toBeVisible()
})

test('who has not finished a booking can delete what was typed', async ({ openPhone, somebody }) => {
  const page = await openPhone({ as: somebody() })
  await page.goto('/book/start?service=marriage')
  await page.goto('/mine')
  await page.getByRole('button', { name: say('draft.submit') }).click()
  await expect(page.getByRole('status').filter({ hasText: say('draft.done') })).toBeVisible()
  await page.goto('/book/place')
  await expect(page).toHaveURL(/\/book\/service/)
})

test('signing out everywhere ends the session on another phone', async ({ openPhone, somebody, baseURL }) => {
  const person = somebody()
  const lost = await openPhone({ as: person })
  await lost.goto('/mine')
  const page = await openPhone()
  await signIn(page.context(), person, baseURL ?? '')
  await page.goto('/mine')
  await page.getByRole('button', { name: say('everywhere.submit') }).click()
  await page.waitForURL((url) => url.pathname === '/')
  for (const one of [page, lost]) {
    await one.goto('/mine')
    await expect(one).toHaveURL(/\/sign-in/)
  }
})

async function download(page: Page): Promise<string> {
  const begun = page.waitForEvent('download')
  await page.getByRole('button', { name: say('data.submit') }).click()
  return readFile(await (await begun).path(), 'utf8')
}
