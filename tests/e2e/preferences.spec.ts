import type { Page } from '@playwright/test'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { goTo } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

for (const javaScriptEnabled of [true, false]) {
  test(`the language is changed in the middle of a booking, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openPhone,
    openOffice,
    somebody,
  }) => {
    const partner = somebody({ sex: 'F' })
    const page = await openPhone({ as: somebody({ sex: 'M' }), javaScriptEnabled })
    await goTo(page, 'answers', { office: await openOffice(), partner })
    await page.goto('/book/partner?wrong=')
    for (const language of ['zh-Hant', 'en', 'zh-CN'] as const) {
      await press(page, 'locale', language)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page).toHaveURL(/\/book\/partner\?wrong=$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(language, 'partner.title'))
      await expect(page.locator('#name')).toHaveValue(partner.name)
      await expect(page.locator('#documentNumber')).toHaveValue(partner.documentNumber)
    }
  })
}

test('large text is switched on and off and stays where one is', async ({ openPhone }) => {
  const page = await openPhone({ javaScriptEnabled: false })
  await page.goto('/offices?within=510000')
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  const normal = await size()
  await press(page, 'elder', 'on')
  await expect(page).toHaveURL(/\/offices\?within=510000$/)
  expect(await size()).toBeGreaterThanOrEqual(24)
  await page.goto('/guides')
  expect(await size()).toBeGreaterThanOrEqual(24)
  await press(page, 'elder', 'off')
  await page.goto('/offices?within=510000')
  expect(await size()).toBe(normal)
})

test('the browser’s language is spoken until another one is chosen', async ({ openPhone }) => {
  for (const [locale, language] of [
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh-CN'],
    ['fr-FR', 'zh-CN'],
  ] as const) {
    const page = await openPhone({ locale })
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
})

async function press(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`form[action="/preferences"] button[name=${name}][value="${value}"]`).click()
  await page.waitForLoadState()
}

function say(language: Locale, key: string): string {
  return translator(language, 'journey')(key)
}
