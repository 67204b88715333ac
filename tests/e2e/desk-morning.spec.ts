import type { Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { lendStaff, plantDeskDay } from '#tests/support/browser/plant-desk-day.ts'
import { freshCode, staffOf } from '#tests/support/browser/staff-desk.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const desk = translator('zh-CN', 'desk')
const counter = translator('zh-CN', 'counter')

test.use({ viewport: { width: 1366, height: 768 } })

const CLERK = 'xianyang-qindu-senior'

test('a clerk’s morning by keyboard alone', async ({ page, database, openOffice, hotline, somebody }) => {
  test.setTimeout(120_000)
  const couple = () => [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { officeId, codes } = await plantDeskDay({ openOffice, hotline, database }, [
    { people: couple(), service: 'MARRIAGE' },
    { people: couple(), service: 'DIVORCE_APPLICATION' },
  ])
  await lendStaff(database, CLERK, 'senior-clerk', officeId)
  await bringAxe(page)
  const found: string[] = []
  const look = async () =>
    found.push(...(await findBarriers(page, 'usual')), ...(await findBarriers(page, 'dark')))
  const panel = page.getByRole('region', { name: /结婚登记|离婚|补领/ })
  const press = async (key: string, then: RegExp) => {
    await page.keyboard.press(key)
    await page.waitForURL(then)
    await showKeys(page)
  }
  const scan = async (code = '') => {
    await page.keyboard.press('/')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(code)
    await press('Enter', /verdict=fine/)
  }
  const happened = (event: 'tick' | 'finish') =>
    panel.getByRole('listitem').filter({ hasText: desk(`events.${event}`) })

  await signInByKeys(page, database, officeId)
  await showKeys(page)
  await look()

  // A scan while nothing has the focus: the second character comes faster than any hand.
  await page.evaluate(() => {
    for (const key of ['7', 'K'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await expect(page.locator('#scan')).toHaveValue('7K')
  await expect(page.locator('#scan')).toBeFocused()
  await page.keyboard.press('Escape')

  // The first couple: found by code, both here, called, begun, papers ticked, done.
  await scan(codes[0])
  await press('a', /\/desk\?at=[^&]+$/)
  await expect(panel.getByText(desk('panel.here'), { exact: true })).toHaveCount(2)
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: desk('steps.begin') })).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: desk('steps.begin') })).toBeHidden()
  await page.keyboard.press('1')
  await expect(panel.getByRole('checkbox').first()).toBeChecked()
  await page.keyboard.press('k')
  await expect(happened('tick')).toBeVisible()
  await expect(panel.getByRole('checkbox').first()).toBeChecked()
  await look()
  await press('e', /\/tickets\/[^/]+\/missing$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(counter('missing.title'))
  await look()
  await press('t', /\/desk\?at=/)
  await page.keyboard.press('f')
  await expect(page.locator('select[name=outcome]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(happened('finish')).toBeVisible()
  // Sent once: a second sending would be told that somebody has changed it.
  await expect(page).not.toHaveURL(/refused=/)

  // A person shown whole, with a reason; gone with the page.
  await page.keyboard.press('v')
  await page.keyboard.press('Enter')
  const shown = panel.getByText(/^1[3-9]\d{9}$/)
  await expect(shown).toBeVisible()
  await look()
  await page.reload()
  await showKeys(page)
  await expect(shown).toHaveCount(0)

  // An application that nobody has entered yet leads to its form.
  await scan(codes[1])
  await press('a', /\/desk\?at=[^&]+$/)
  await page.keyboard.press('n')
  await expect(page.getByRole('button', { name: desk('steps.begin') })).toBeVisible()
  await page.keyboard.press('f')
  await press('Enter', /refused=case-needed/)
  await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`^/desk/cases/new\\?code=${codes[1]}$`),
  )
  await page.keyboard.press('q')
  await expect(page.getByText(counter('wait.title'))).toBeVisible()

  // A walk-in: the number is large, and what was given by mistake is taken back.
  await press('x', /\/desk\/walk-in$/)
  await look()
  await page.keyboard.press('3')
  await press('Enter', /\/walk-in\?ticket=/)
  await expect(page.getByText(/^B\d{3}$/)).toBeVisible()
  await look()
  await press('t', /\/desk\?at=/)
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: desk('steps.undo') })).toBeHidden()

  await press('d', /\/desk\/print$/)
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByText(counter('sheet.personal'))).toBeVisible()
  await look()
  expect(found).toEqual([])
})

/** From the first page to the window, without a mouse. */
async function signInByKeys(
  page: Page,
  database: Parameters<typeof freshCode>[0],
  officeId: string,
): Promise<void> {
  const member = await staffOf(CLERK)
  await page.goto('/desk')
  await tabTo(page, 'username')
  await page.keyboard.type(member.username)
  await tabTo(page, 'password')
  await page.keyboard.type(member.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in\/code/)
  await tabTo(page, 'code')
  await page.keyboard.type(await freshCode(database, member))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/post/)
  await tabTo(page, 'post')
  const post = page.locator('#post')
  for (let tries = 0; tries < 60 && (await post.inputValue()) !== `${officeId} 1`; tries += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk$/)
}

/** Asks for the keys until they show: from then on the page listens to them. */
async function showKeys(page: Page): Promise<void> {
  const keys = page.locator('html[data-keys]')
  await expect(async () => {
    if ((await keys.count()) === 0) await page.keyboard.press('?')
    await expect(keys).toHaveCount(1, { timeout: 400 })
  }).toPass()
}

async function tabTo(page: Page, id: string): Promise<void> {
  const field = page.locator(`#${id}`)
  await field.waitFor()
  for (let tries = 0; tries < 40; tries += 1) {
    if (await field.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${id}`)
}
