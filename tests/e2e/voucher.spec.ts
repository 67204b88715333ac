import type { Page } from '@playwright/test'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { translator } from '#lib/i18n/translator.ts'
import { agreed } from '#tests/support/browser/agreed-couple.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'voucher')

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

  test('shows the whole code in large text, on the narrowest phone', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
  }) => {
    const { code, parties } = await agreed({ openPhone, openOffice, somebody, hotline })
    const viewport = { width: 320, height: 700 }
    const page = await openPhone({ as: parties[0], elder: true, viewport })
    for (const path of [`/appointment/${code}`, `/voucher/${code}`]) {
      await page.goto(path)
      const shown = page.getByText(groupedCode(code), { exact: true })
      expect(await shown.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    }
  })
})
