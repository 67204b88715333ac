import type { BrowserContext, Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { goTo, walkTo } from '#tests/support/browser/journey.ts'
import { signIn } from '#tests/support/browser/sign-in.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { waitUntilAwake } from '#tests/support/browser/wait-until-awake.ts'

const ask = translator('zh-CN', 'journey')
const tell = translator('zh-CN', 'safety')
const SERVICE = 'DIVORCE_APPLICATION'
const ELSEWHERE = 'https://www.weather.com.cn/'

/** The site one leaves for, as it would answer, after a while. */
async function openElsewhere(context: BrowserContext, delayMs = 0): Promise<void> {
  await context.route(`${ELSEWHERE}**`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sunny</h1>' })
  })
}

/** Notes what stands on the page, and in its title, when it has been emptied. */
async function watchLeaving(page: Page): Promise<string[]> {
  const seen: string[] = []
  await page.exposeFunction('noteLeaving', (text: string) => seen.push(text))
  await page.evaluate(() => {
    const { noteLeaving } = globalThis as unknown as { noteLeaving: (text: string) => void }
    const note = () =>
      noteLeaving(`${location.pathname}: ${document.body.textContent.trim()} (${document.title})`)
    new MutationObserver(note).observe(document.body, { childList: true })
  })
  return seen
}

/** The browser holds nothing of ours any more that opens something (the identity service keeps its own). The answer comes after the page has gone. */
async function expectForgotten(context: BrowserContext): Promise<void> {
  await expect
    .poll(async () =>
      (await context.cookies()).filter(({ name }) => /^yd-(?!demo-)/.test(name)).map(({ name }) => name),
    )
    .toEqual([])
}

async function pressShift(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await page.keyboard.press('Shift')
}

test.describe('exit this page', () => {
  test('empties the screen before the other site has answered, and “back” opens nothing', async ({
    openPhone,
    openOffice,
    somebody,
  }) => {
    const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
    const page = await openPhone({ as: one })
    await openElsewhere(page.context(), 1500)
    await walkTo(page, 'answers', { service: SERVICE, office: await openOffice(), partner: other })
    await waitUntilAwake(page)
    const left = await watchLeaving(page)
    await page.getByRole('link', { name: ask('exit') }).click({ noWaitAfter: true })
    await page.waitForURL(ELSEWHERE)
    expect(left).toEqual([`/book/answers: ${tell('exit.leaving')} (${tell('exit.leaving')})`])
    await expectForgotten(page.context())
    // The page itself has been replaced; the one before it asks who is there.
    await page.goBack()
    expect(page.url()).not.toContain('/book/answers')
    await expect(page.getByRole('main')).not.toContainText(other.name)
    await page.goto('/book/answers')
    await expect(page.getByRole('main')).not.toContainText(other.name)
  })

  test('nothing that was filled in is lost: signing in again goes on', async ({
    openPhone,
    openOffice,
    somebody,
    baseURL,
  }) => {
    const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
    const page = await openPhone({ as: one })
    await openElsewhere(page.context())
    await goTo(page, 'answers', { service: SERVICE, office: await openOffice(), partner: other })
    await waitUntilAwake(page)
    await page.getByRole('link', { name: ask('exit') }).click()
    await page.waitForURL(ELSEWHERE)
    await expectForgotten(page.context())
    const again = await openPhone()
    await signIn(again.context(), one, baseURL ?? '')
    await again.goto('/book/answers')
    await expect(again.getByRole('main')).toContainText(other.name)
  })

  test('also by pressing Shift three times; twice does nothing', async ({ openPhone }) => {
    const page = await openPhone()
    await openElsewhere(page.context())
    await page.goto('/guides/agreement', { waitUntil: 'networkidle' })
    const heading = page.getByRole('heading', { level: 1 })
    const status = page.getByRole('status').filter({ hasText: 'Shift' })
    await pressShift(page, 1)
    await expect(status).toHaveText(tell('exit.twoMore'))
    await pressShift(page, 1)
    await expect(status).toHaveText(tell('exit.oneMore'))
    // Two and nothing more: the count runs out, the page stays.
    await expect(status).toHaveCount(0)
    await expect(heading).toBeVisible()
    await pressShift(page, 2)
    await page.keyboard.press('a')
    await pressShift(page, 1)
    for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`)
    await page.keyboard.down('Control')
    await pressShift(page, 3)
    await page.keyboard.up('Control')
    await page.keyboard.press('Tab')
    await expect(heading).toBeVisible()
    await pressShift(page, 3)
    await page.waitForURL(ELSEWHERE)
  })

  test('is a plain link without JavaScript', async ({ openPhone }) => {
    const page = await openPhone({ javaScriptEnabled: false })
    await openElsewhere(page.context())
    await page.goto('/guides/agreement')
    await page.getByRole('link', { name: ask('exit') }).click()
    await page.waitForURL(ELSEWHERE)
  })

  test('is on every quiet page, explained, and not on the others', async ({ openPhone }) => {
    const page = await openPhone()
    const exit = page.getByRole('link', { name: ask('exit') })
    for (const path of [
      '/guides/counselling',
      '/guides/second-visit',
      '/guides/copy-2',
      '/safety',
      '/?q=家暴',
    ]) {
      await page.goto(path)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await expect(exit, path).toBeInViewport()
    }
    for (const path of ['/', '/guides/marriage']) {
      await page.goto(path)
      await expect(exit, path).toHaveCount(0)
    }
    await page.goto('/guides/counselling')
    await page.getByRole('link', { name: tell('exit.how') }).click()
    await page.waitForURL('**/safety/leave')
    await expect(page.getByRole('main')).toContainText(tell('leave.cannot.items.history'))
  })
})
