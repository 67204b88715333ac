import type { Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { bringVoice } from '#tests/support/browser/bring-voice.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { openHall } from '#tests/support/browser/open-hall.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'hall')
const DISPLAY = { viewport: { width: 1920, height: 1080 } }
const KIOSK = { viewport: { width: 1080, height: 1920 }, hasTouch: true }
const MOST_BYTES = 100 * 1024
const LOWEST_TARGET = 80

test('the display shows and speaks a call by itself, is light, and fits', async ({
  openPhone,
  openOffice,
  database,
}) => {
  const { officeId } = await openOffice()
  const hall = await openHall(database, officeId)
  await hall.give('en')
  await hall.give()
  const page = await openPhone(DISPLAY)
  await bringVoice(page)
  await bringAxe(page)
  const bytes: number[] = []
  page.on('response', async (answer) => {
    const isStream = answer.url().endsWith('/live')
    if (!isStream) bytes.push((await answer.body().catch(() => Buffer.alloc(0))).length + 1000)
  })
  await page.goto(`/display/${officeId}`)
  await expect(page.locator('#number')).toHaveText(say('display.nobody'))
  await expect(page.locator('#next')).toHaveText('A001A002')
  await expect(page.locator('#mark')).toContainText(/\d\d:\d\d:\d\d/)
  await expect(page.locator('#mark')).toHaveAttribute('data-state', 'live')
  expect(await hall.call()).toMatchObject({ ok: true })
  await expect(page.locator('#number')).toHaveText('A001')
  await expect(page.locator('#window')).toHaveText('3')
  await expect(page.locator('#next li:visible')).toHaveText(['A002'])
  expect(await page.evaluate(() => window.spoken)).toEqual([
    `zh-CN ${say('display.spoken', { number: 'A 0 0 1', window: '3' })}`,
    `en-US ${translator('en', 'hall')('display.spoken', { number: 'A 0 0 1', window: '3' })}`,
  ])
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080)
  expect(await findBarriers(page, 'usual')).toEqual([])
})

test('a kiosk is paired once, gives numbers that can be followed, and forgets whoever walks away', async ({
  openPhone,
  openOffice,
  database,
  hotline,
  somebody,
  watch,
}) => {
  watch.expected.push(/status of 40[34].*kiosk/)
  const office = await openOffice()
  const hall = await openHall(database, office.officeId)
  const stranger = await openPhone(KIOSK)
  await stranger.goto('/kiosk/check-in')
  await expect(stranger.getByRole('heading', { name: say('pair.unpaired') })).toBeVisible()

  const page = await openPhone(KIOSK)
  await bringAxe(page)
  await page.clock.install()
  await hall.pairKiosk(page)
  await lookAt(page, say('kiosk.welcome'))
  await page.getByText(say('kiosk.unbooked')).click()
  await lookAt(page, say('take.title'))
  await page.getByText(say('services.MARRIAGE'), { exact: true }).click()
  await page.getByRole('button', { name: say('take.yes') }).click()
  await lookAt(page, say('take.given.title'))
  await expect(page.locator('.number')).toHaveText('A001')

  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const booked = await hotline.book({ slotId: office.slots[0]?.id ?? 0, parties })
  await hotline.confirm(booked, parties[1])
  await page.getByRole('link', { name: say('verdict.done') }).click()
  await page.getByText(say('kiosk.booked'), { exact: true }).click()
  await lookAt(page, say('code.title'))
  for (const letter of booked.code) await page.locator(`[data-key="${letter}"]`).click()
  await page.getByRole('button', { name: say('kiosk.next') }).click()
  await lookAt(page, say('proof.title'))
  await page.locator('#last-four').fill(parties[0].documentNumber.slice(-4))
  await page.getByRole('button', { name: say('proof.submit') }).click()
  await lookAt(page, say('verdict.wrong-day.title'))
  await page.clock.fastForward(50_000)
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.getByRole('button', { name: say('kiosk.stay') }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.clock.fastForward(50_000)
  await expect(page.getByRole('heading', { name: say('verdict.wrong-day.title') })).toBeVisible()
  await page.clock.fastForward(11_000)
  await page.waitForURL('**/kiosk')
  await expect(page.getByRole('heading', { name: say('kiosk.welcome') })).toBeVisible()
})

test('a tablet at a window asks about the visit just finished, once, and rests when the next couple is called', async ({
  openPhone,
  openOffice,
  database,
  watch,
}) => {
  watch.expected.push(/status of 403.*tablet|ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  const { officeId } = await openOffice()
  const hall = await openHall(database, officeId)
  const page = await openPhone({ viewport: { width: 1280, height: 800 }, hasTouch: true })
  await bringAxe(page)
  await page.goto('/tablet')
  await expect(page.getByRole('heading', { name: say('pair.unpaired') })).toBeVisible()
  await hall.pairTablet(page)
  await lookAt(page, say('tablet.rest'), 40)
  const serve = async () => {
    await hall.give()
    const called = await hall.call()
    if (!called.ok || !called.value) throw new Error('nobody was called')
    return called.value
  }
  const ask = page.getByRole('heading', { name: say('tablet.ask') })
  const rest = page.getByRole('heading', { name: say('tablet.rest'), exact: true })
  const levels = translator('zh-CN', 'rating')
  await hall.finish(await serve())
  await lookAt(page, say('tablet.ask'), 40)
  await expect(page.getByText('A001')).toBeVisible()
  await page.getByLabel(say('tablet.words')).fill('等得太久')
  await page.getByRole('button', { name: say('tablet.submit') }).click()
  await expect(page.getByText(say('tablet.missing'))).toBeVisible()
  await page.getByRole('radio', { name: levels('form.levels.2'), exact: true }).check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('tablet.submit') }).click()
  await expect(page.getByText(say('tablet.unsent'))).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: say('tablet.submit') }).click()
  await expect(page.getByRole('heading', { name: say('tablet.thanks') })).toBeVisible()
  const { rows } = await database.query('SELECT level, "window" FROM rating WHERE office_id = $1', [officeId])
  expect(rows).toEqual([{ level: 2, window: '3' }])
  // The next couple finds it at rest, and is asked for itself; whoever does not want to, does not.
  const second = await serve()
  await expect(rest).toBeVisible()
  await hall.finish(second)
  await expect(ask).toBeVisible()
  await page.getByRole('button', { name: say('tablet.decline') }).click()
  await expect(rest).toBeVisible()
  await page.reload()
  await expect(rest).toBeVisible()
  // Nobody touches it for a minute.
  await hall.finish(await serve())
  await expect(ask).toBeVisible()
  await page.clock.install()
  await page.reload()
  await expect(ask).toBeVisible()
  await page.clock.runFor(62_000)
  await expect(rest).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a number is followed on the phone ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openPhone,
    openOffice,
    database,
    watch,
  }) => {
    watch.expected.push(/status of 404.*number/)
    const { officeId } = await openOffice()
    const hall = await openHall(database, officeId)
    const kiosk = await openPhone(KIOSK)
    await hall.pairKiosk(kiosk)
    await hall.give()
    await kiosk.goto('/kiosk/number?for=marriage')
    await kiosk.getByRole('button', { name: say('take.yes') }).click()
    await expect(kiosk.locator('.number')).toHaveText('A002')
    const { rows } = await database.query<{ id: string }>(
      'SELECT id FROM ticket WHERE office_id = $1 AND number = 2',
      [officeId],
    )
    const page = await openPhone({ javaScriptEnabled })
    if (javaScriptEnabled) await bringAxe(page)
    const { takeKeys } = await import('#tests/support/browser/take-keys.ts')
    takeKeys()
    const { signNumber } = await import('#lib/desk/sign-number.ts')
    await page.goto(`/number/${signNumber(rows[0]?.id ?? '')}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('A002')
    await expect(page.locator('#wait')).toContainText(say('wait.ahead', { ahead: 1 }))
    if (javaScriptEnabled) expect(await findBarriers(page, 'usual')).toEqual([])
    await hall.call()
    await database.query(`UPDATE ticket SET state = 'left' WHERE office_id = $1 AND number = 1`, [officeId])
    await hall.call()
    if (!javaScriptEnabled) await page.reload()
    await expect(page.locator('#headline')).toHaveText(say('follow.called.title', { window: '3' }))
    await expect(page).toHaveTitle(`${say('follow.called.title', { window: '3' })} · A002`)
    await page.goto('/number/AAAAAAAAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAAAAAAAAA')
    await expect(page.getByRole('heading', { name: say('follow.gone.title') })).toBeVisible()
  })
}

/** The page with this heading: everybody can use it, and everything to touch is large enough. */
async function lookAt(page: Page, heading: string, least = LOWEST_TARGET): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  expect(await findBarriers(page, 'usual')).toEqual([])
  const small = await page.evaluate(
    (limit) =>
      [...document.querySelectorAll('a, button, input:not([type=hidden])')]
        .map((one) => ({ text: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < limit || box.width < limit))
        .map(({ text }) => text),
    least,
  )
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1920)
}
