import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { freshCode, goToWork } from '#tests/support/browser/staff-desk.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'staff')

test.use({ viewport: { width: 1366, height: 768 } })

test('a shift: both factors, the lock that keeps what was typed, the way out', async ({
  page,
  database,
  watch,
}) => {
  test.setTimeout(90_000)
  watch.expected.push(/status of 401/)
  await bringAxe(page)
  const manager = await goToWork(page, database, 'anji-manager')
  await expect(page.getByRole('navigation').getByRole('link', { name: say('nav.manage') })).toBeVisible()
  const found = [await findBarriers(page, 'usual')]
  await page.goto('/desk/staff')
  await page.locator('#name').fill('孙小雨')
  await page.locator('#username').fill('anji-sun')
  // Somebody else locks it from another page of this browser; sent from here, the form waits for the code.
  const other = await page.context().newPage()
  await bringAxe(other)
  await other.goto('/desk/me')
  await other.getByRole('button', { name: say('lock'), exact: true }).click()
  await expect(other.locator('#lock-code')).toBeVisible()
  await expect(page.locator('#lock-code')).toBeVisible()
  found.push(await findBarriers(other, 'usual'))
  await other.close()
  await page.locator('#lock-code').fill('000000')
  await page.getByRole('button', { name: say('locked.submit') }).click()
  await expect(page.getByText(say('code.wrong'))).toBeVisible()
  await page.locator('#lock-code').fill(await freshCode(database, manager))
  await page.getByRole('button', { name: say('locked.submit') }).click()
  await expect(page.locator('#lock-code')).toBeHidden()
  await expect(page.locator('#name')).toHaveValue('孙小雨')
  await page.getByRole('button', { name: say('invite.submit') }).click()
  await page.waitForURL(/\/desk\/staff\/[0-9a-f-]{36}$/)
  const link = (await page.locator('p.select-all').innerText()).trim()
  found.push(await findBarriers(page, 'usual'))
  const manage = [
    'policies',
    'policies/mostMoves',
    'texts/letter/confirmed',
    'checklists/marriage',
    'approvals',
    'audit?wrong=person',
    'exports?at=until&wrong=too-many-days',
    'week',
    'hours',
    'hours/lane',
    'hours/quotas?count=0&do=add',
    'hours/history',
    'special-days',
    'special-days/plan?date=2027-05-20',
    'roster',
    'planner',
    'planner/afterwards',
    'numbers',
    'numbers/problems',
  ]
  const pages = ['/desk/staff', '/desk/devices', '/desk/me', '/desk/post', new URL(link).pathname]
  for (const path of [...pages, ...manage.map((name) => `/desk/manage/${name}`)]) {
    await page.goto(path)
    found.push(await findBarriers(page, 'usual'))
  }
  expect(found.flat()).toEqual([])

  // Locked on the server, asked for anew: the same address asks for the code, and leads back to its page.
  await database.query(
    'UPDATE staff_session SET locked_at = now() WHERE ended_at IS NULL AND staff_id = $1',
    [(await database.query('SELECT id FROM staff WHERE username = $1', [manager.username])).rows[0].id],
  )
  const locked = await page.goto('/desk/staff')
  expect([locked?.status(), new URL(page.url()).pathname]).toEqual([401, '/desk/staff'])
  await expect(page.locator('#invite')).toHaveCount(0)
  await page.locator('#code').fill(await freshCode(database, manager))
  await page.getByRole('button', { name: say('locked.submit') }).click()
  await expect(page.locator('#invite')).toBeVisible()

  await page.getByRole('button', { name: say('signOut') }).click()
  await page.waitForURL(/\/desk\/sign-in/)
  await page.goto('/desk/staff')
  await expect(page).toHaveURL(/\/desk\/sign-in\?to=%2Fdesk%2Fstaff$/)
})

test('a clerk who opens the page of the people is told calmly that it is not in their role', async ({
  page,
  database,
  watch,
}) => {
  watch.expected.push(/status of 403/)
  await bringAxe(page)
  await goToWork(page, database, 'anji-clerk-2')
  await page.goto('/desk/manage')
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(1)
  const answer = await page.goto('/desk/staff')
  expect(answer?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: say('notInRole.title') })).toBeVisible()
  expect(await findBarriers(page, 'usual')).toEqual([])
})
