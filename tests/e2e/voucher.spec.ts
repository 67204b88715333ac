import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Voucher } from '#lib/domain/voucher.ts'
import { translator } from '#lib/i18n/translator.ts'
import { firstDay } from '#tests/support/browser/journey.ts'
import { expect, type TestFixtures, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'voucher')
const tell = translator('zh-CN', 'genuine')

type Props = Pick<TestFixtures, 'openPhone' | 'openOffice' | 'somebody' | 'hotline'>

/** Two people who have agreed, and the page of their appointment on the phone of the first. */
async function agreed(props: Props, service: Service = 'MARRIAGE') {
  const parties = [props.somebody({ sex: 'M' }), props.somebody({ sex: 'F' })] as const
  const office = await props.openOffice()
  const booked = await props.hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service, parties })
  await props.hotline.confirm(booked, parties[1])
  const page = await props.openPhone({ as: parties[0] })
  await page.goto(`/appointment/${booked.code}`)
  const { code } = booked
  const { officeId, days } = office
  const voucher = (day = 0): Voucher => ({ code, officeId, date: days[day] ?? shanghaiToday(new Date()) })
  return { page, code, parties, office, voucher }
}

/** The link that a camera finds in the drawing on the page: made anew with the server's keys, and the same drawing. */
async function linkOf(page: Page, voucher: Voucher): Promise<string> {
  const { BROWSER_TEST_DATA: dataDir = '' } = process.env
  const { VOUCHER_KEY } = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'))
  process.env.VOUCHER_KEY = VOUCHER_KEY
  const link = `${new URL(page.url()).origin}/genuine?v=${signVoucher(voucher)}`
  const modules = /stroke="#000000" d="([^"]+)"/.exec(await drawQrCode(link))?.[1] ?? 'none'
  await expect(page.locator('main [role=img] path[stroke]')).toHaveAttribute('d', modules)
  return link
}

async function save(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: say('save.button') }).click()
  await page.waitForURL(`**/voucher/${code}`)
  await expect(page.getByText(say('page.saved'))).toBeVisible()
}

/** On a page of its own: the browser's own words about a lost network would get in the way of what comes next. */
async function findsNothing(page: Page, path: string): Promise<void> {
  const other = await page.context().newPage()
  await expect(other.goto(path), path).rejects.toThrow(/ERR_/)
  await other.close()
}

const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    }
    return paths
  })

const workersIn = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

test.describe('a voucher saved on the phone', () => {
  test('opens without a network, alone, until it is removed', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    watch,
  }) => {
    watch.expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    const { page, code, parties } = await agreed({ openPhone, openOffice, somebody, hotline })
    expect(await keptIn(page)).toEqual([])
    expect(await workersIn(page)).toBe(0)
    await save(page, code)
    const kept = await keptIn(page)
    expect(kept.filter((path) => !/^\/_next\/static\/.+\.css$|^\/icon\.svg$/.test(path)).sort()).toEqual([
      `/voucher/${code}`,
      '/voucher/removed',
    ])

    await page.context().setOffline(true)
    const other = await page.context().newPage()
    for (const path of [`/voucher/${code}`, '/voucher']) {
      await other.goto(path)
      await expect(other.getByRole('heading', { level: 1 })).toHaveText(say('page.title'))
      await expect(other.locator('main [role=img]')).toBeVisible()
      await expect(other).toHaveTitle(translator('zh-CN', 'appointment')('title'))
    }
    expect(await other.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('640px')
    expect(await other.locator('script').count()).toBe(0)
    const shown = await other.content()
    for (const { name, phone, documentNumber } of parties) {
      for (const secret of [name, phone, documentNumber]) expect(shown).not.toContain(secret)
    }
    for (const path of ['/', `/appointment/${code}`, '/genuine', '/voucher/0000000000', '/api/v1/services']) {
      await findsNothing(page, path)
    }

    await other.goto(`/voucher/${code}`)
    await other.getByRole('button', { name: say('page.remove') }).click()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(say('removed.title'))
    await findsNothing(page, `/voucher/${code}`)
    await page.context().setOffline(false)
    await page.goto('/')
    expect(await keptIn(page)).toEqual([])
    expect(await workersIn(page)).toBe(0)
  })

  test('is renewed when it is opened online, and tells that it was cancelled', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const { page, code } = await agreed({ openPhone, openOffice, somebody, hotline })
    await save(page, code)
    await database.query(`UPDATE appointment SET status = 'cancelled' WHERE code = $1`, [code])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('page.gone'))
    await page.context().setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('page.gone'))
    await expect(page.locator('main [role=img]')).toHaveCount(0)
  })

  test('goes when its owner signs out', async ({ openPhone, openOffice, somebody, hotline }) => {
    const { page, code } = await agreed({ openPhone, openOffice, somebody, hotline })
    await save(page, code)
    await page.goto('/appointment')
    await page.locator('form[action="/sign-out"] button').click()
    await page.waitForURL((url) => url.pathname === '/')
    await expect.poll(() => keptIn(page)).toEqual([])
    await page.goto(`/voucher/${code}`)
    await expect(page).toHaveURL(/\/appointment\?code=/)
  })

  test('says nothing of a divorce, and warns more', async ({ openPhone, openOffice, somebody, hotline }) => {
    const props = { openPhone, openOffice, somebody, hotline }
    const { page, code } = await agreed(props, 'DIVORCE_APPLICATION')
    await expect(page.getByText(say('save.warningQuiet'))).toBeVisible()
    await save(page, code)
    expect(await page.content()).not.toMatch(/离婚|divorce/i)
  })

  test('is not offered where nothing can be saved', async ({ openPhone, openOffice, somebody, hotline }) => {
    const { page, code, parties } = await agreed({ openPhone, openOffice, somebody, hotline })
    await expect(page.getByRole('button', { name: say('save.button') })).toBeVisible()
    const plain = await openPhone({ as: parties[0], javaScriptEnabled: false })
    await plain.goto(`/appointment/${code}`)
    await expect(plain.getByRole('button', { name: say('save.button') })).toHaveCount(0)
    await plain.goto(`/voucher/${code}`)
    await expect(plain.getByText(say('page.notSaved'))).toBeVisible()
    await expect(plain.getByRole('button', { name: say('page.remove') })).toBeHidden()
  })
})

test.describe('whoever scans a voucher', () => {
  test('is told whether it is genuine, changed or cancelled, and nothing else', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const props = { openPhone, openOffice, somebody, hotline }
    const { page, code, parties, office, voucher } = await agreed(props)
    const link = await linkOf(page, voucher())
    expect(link).toContain(`/genuine?v=${code}.${office.officeId}.`)
    const stranger = await openPhone({ as: somebody() })
    const answer = stranger.locator('main').getByRole('status')
    const sees = async (address: string, name: string) => {
      await stranger.goto(address)
      await expect(answer).toContainText(tell(`answer.${name}.title`))
      const shown = await stranger.content()
      for (const { name: own, phone, documentNumber } of parties) {
        for (const secret of [own, phone, documentNumber]) expect(shown).not.toContain(secret)
      }
    }
    await sees(link, 'valid')
    await sees(link.replace(/.{4}$/, 'AAAA'), 'wrong-signature')
    await sees(link.replace(office.officeId, 'anji'), 'wrong-signature')
    await sees(link.slice(0, -9), 'broken-voucher')

    const { rows } = await database.query(
      `UPDATE appointment a SET slot_id = s.id FROM slot s
       WHERE a.code = $1 AND s.office_id = a.office_id AND s.date = $2 RETURNING s.id`,
      [code, office.days[1]],
    )
    expect(rows).toHaveLength(1)
    await sees(link, 'changed')
    await page.reload()
    const renewed = await linkOf(page, voucher(1))
    expect(renewed).not.toBe(link)
    await sees(renewed, 'valid')
    await database.query(`UPDATE appointment SET status = 'cancelled' WHERE code = $1`, [code])
    await sees(renewed, 'void')
    await page.reload()
    await expect(page.locator('main [role=img]')).toHaveCount(0)
  })

  test('learns nothing from a code alone, and is told which address is ours', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    baseURL,
  }) => {
    const { code } = await agreed({ openPhone, openOffice, somebody, hotline })
    const page = await openPhone({ as: somebody() })
    const answers: [string, string][] = [
      [code, 'code'],
      ['7K3Q-9M2X-42', 'code'],
      ['7K3Q-9M2X-4A', 'unclear'],
      [baseURL ?? '', 'ours'],
      ['http://localhost.evil.example/genuine', 'foreign'],
      ['https://hunyin-yuyue.example/', 'foreign'],
    ]
    const told = new Map<string, string>()
    for (const [typed, name] of answers) {
      await page.goto('/genuine')
      await page.locator('#v').fill(typed)
      await page.getByRole('button', { name: tell('submit') }).click()
      const answer = page.locator('main').getByRole('status')
      await expect(answer).toContainText(tell(`answer.${name}.title`))
      told.set(typed, await answer.innerText())
    }
    expect(told.get(code)).toBe(told.get('7K3Q-9M2X-42'))
  })

  test('may not go on trying signatures', async ({ openPhone, openOffice, somebody, hotline }) => {
    const { page, voucher } = await agreed({ openPhone, openOffice, somebody, hotline })
    const link = await linkOf(page, voucher())
    const stranger = await openPhone({ as: somebody() })
    const answer = stranger.locator('main').getByRole('status')
    for (let tries = 0; tries < 6; tries += 1) {
      await stranger.goto(`${link.slice(0, -4)}AAA${'AQgw'[tries % 4]}`)
      await expect(answer).toContainText(tell(`answer.${tries < 5 ? 'wrong-signature' : 'too-many'}.title`))
    }
    const desk = await openPhone({ as: somebody() })
    for (let times = 0; times < 8; times += 1) {
      await desk.goto(link)
      await expect(desk.locator('main').getByRole('status')).toContainText(tell('answer.valid.title'))
    }
  })
})
