import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { goToWork } from '#tests/support/browser/staff-desk.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'

const say = translator('zh-CN', 'cases.calendar')
const notice = translator('zh-CN', 'notice')

test.use({ viewport: { width: 1366, height: 768 } })

// After all others: from here on the dates of 2027 are no longer provisional.
test('the notice for 2027 is pasted with a slip, mended, looked at and entered', async ({
  page,
  database,
}) => {
  await bringAxe(page)
  await goToWork(page, database, 'national-admin')
  await page.goto('/desk/calendar?year=2027')
  await page.locator('#year').fill('2027')
  await page.locator('#text').fill(NOTICE_2027.replace('2月20日（周六）上班', '2月20日（周五）上班'))
  await page.getByRole('button', { name: say('look') }).click()
  await expect(page.locator('#text')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#text')).toHaveValue(/2月20日（周五）/)
  const found = [await findBarriers(page, 'usual')]
  await page.locator('#text').fill(NOTICE_2027)
  await page.locator('#source').fill('国办发明电〔2026〕0号（虚构）')
  await page.getByRole('button', { name: say('look') }).click()
  await expect(page.getByRole('button', { name: say('enter') })).toBeVisible()
  const days = page.getByRole('table', { name: notice('daysTitle') })
  await expect(days.getByRole('row', { name: '2月9日' })).toContainText(notice('becomes.rest'))
  found.push(await findBarriers(page, 'usual'))
  await page.getByRole('button', { name: say('enter') }).click()
  await page.waitForURL(/\/desk\/calendar\/notices\/[\w-]+\?changed=/)
  await expect(page.getByRole('status')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(notice('result.heading', { year: 2027 }))
  found.push(await findBarriers(page, 'usual'))
  expect(found.flat()).toEqual([])
  const { rows } = await database.query(`SELECT status FROM calendar_year WHERE year = 2027`)
  expect(rows).toEqual([{ status: 'official' }])
})
