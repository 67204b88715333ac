import type { Locator, Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { codeOf, firstDay } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'journey')

test('a marriage is booked without a mouse, and one always sees where one is', async ({
  openPhone,
  openOffice,
  somebody,
}) => {
  const [one, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const page = await openPhone({ viewport: { width: 1280, height: 900 } })
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.locator('a[href="#main"]')).toBeFocused()
  await expect(page.locator('a[href="#main"]')).toBeInViewport()

  await page.goto(`/book/start?service=marriage&office=${office.officeId}`)
  await page.waitForURL('**/book/check/both-unmarried')
  await pick(page, 'answer', 'yes')
  await page.waitForURL('**/book/check/close-kin')
  await pick(page, 'answer', 'no')
  await page.waitForURL('**/book/date')
  await pick(page, 'date', office.days[1] ?? '')
  await page.waitForURL('**/sign-in?**')
  await press(page, page.locator('form[action="/sign-in/start"] button'))
  await page.waitForURL('**/demo-identity/choose/**')
  await type(page, '#name', one.name)
  await type(page, '#documentNumber', one.documentNumber)
  await type(page, '#phone', one.phone)
  await press(page, page.locator('form:has(#name) button[type=submit]'))
  await page.waitForURL('**/book/time')
  const slots = office.slots.filter(({ date }) => date === office.days[1])
  await pick(page, 'slot', String(slots[2]?.id))
  await page.waitForURL('**/book/you')
  await press(
    page,
    page.getByRole('main').getByRole('button', { name: translator('zh-CN', 'common')('continue') }),
  )
  await page.waitForURL('**/book/partner/kind')
  await pick(page, 'partyType', 'MAINLAND')
  await page.waitForURL('**/book/partner')
  await type(page, '#name', partner.name)
  await type(page, '#documentNumber', partner.documentNumber)
  await type(page, '#phone', partner.phone)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/book/answers')
  await press(page, page.getByRole('button', { name: say('answers.submitTwo') }))
  await codeOf(page)
  expect(firstDay(office)).not.toHaveLength(0)
})

/** Goes to a group of radio buttons, to the one that is meant, and on to the button of its form. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`input[name="${name}"]`)
  await tabTo(page, page.locator(`input[name="${name}"]:focus`))
  const values = await group.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))
  const meant = group.nth(values.indexOf(value))
  await page.keyboard.press('Space')
  for (let steps = 0; steps < values.length && !(await meant.isChecked()); steps += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(meant).toBeChecked()
  await press(page, page.locator(`form:has(input[name="${name}"]) button[type=submit]`).last())
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, page.locator(`${field}:focus`))
  await page.keyboard.insertText(text)
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button.and(page.locator(':focus')))
  await page.keyboard.press('Enter')
}

/** Presses Tab until what is meant has the focus. */
async function tabTo(page: Page, meant: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
    if ((await meant.count()) > 0) return
  }
  throw new Error(`sixty presses of Tab do not lead to ${meant}`)
}

// The control itself is marked, or the card around it.
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) return 'nothing'
    const marked = [activeElement, activeElement.closest('label')].some((element) => {
      if (!element) return false
      const { boxShadow, outlineStyle } = getComputedStyle(element)
      return boxShadow !== 'none' || outlineStyle !== 'none'
    })
    return marked ? 'marked' : activeElement.outerHTML.slice(0, 200)
  })
  // After the last control the focus leaves the page for the browser's own buttons.
  if (seen !== 'nothing') expect(seen).toBe('marked')
}
