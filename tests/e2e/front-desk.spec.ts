import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { PartyFacts } from '#lib/domain/party.ts'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { expect, type PhoneWish, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const say = translator('zh-CN', 'front')
const turned = translator('zh-CN', 'turned')
const visit = translator('zh-CN', 'home-visit')
const SCREEN: PhoneWish = { viewport: { width: 1366, height: 768 } }

test('somebody calls: the time, the two people, everything read back, booked', async ({
  openPhone,
  openOffice,
  somebody,
  database,
  baseURL,
}) => {
  const [caller, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const { officeId } = await openOffice({ services: ['MARRIAGE'] })
  const desk = await openPhone(SCREEN)
  await bringAxe(desk)
  await workAtDesk(desk.context(), database, { officeId, role: 'senior-clerk', origin: baseURL })
  await desk.goto('/desk/book')
  const found = [await findBarriers(desk, 'usual')]
  await desk.locator('#times ~ ul a').first().click()
  await desk.waitForURL('**/desk/book/people?*')
  await type(desk, 0, caller)
  await type(desk, 1, { ...other, phone: '123' })
  await press(desk, say('people.submit'))
  await desk.waitForURL('**wrong=1')
  // What is wrong is told, and nothing that was typed is gone.
  await expect(field(desk, 'parties.1.phone')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(desk, 'parties.0.documentNumber')).toHaveValue(caller.documentNumber)
  found.push(await findBarriers(desk, 'usual'))
  await field(desk, 'parties.1.phone').fill(other.phone)
  await press(desk, say('people.submit'))
  await desk.waitForURL('**/desk/book/check?*')
  const main = desk.getByRole('main')
  for (const { name } of [caller, other]) await expect(main).toContainText(name)
  await expect(main).toContainText(say('check.asked'))
  found.push(await findBarriers(desk, 'usual'))
  await press(desk, say('check.submit'))
  await desk.waitForURL('**/desk/book/done')
  await expect(main.getByRole('status')).toBeVisible()
  found.push(await findBarriers(desk, 'usual'))
  expect(found.flat()).toEqual([])
  const { rows } = await database.query('SELECT status, pool FROM appointment WHERE office_id = $1', [
    officeId,
  ])
  expect(rows).toEqual([{ status: 'awaiting-partner', pool: 'staff' }])
})

test('the screen is turned: each types their own and agrees, and the desk is locked meanwhile', async ({
  openPhone,
  openOffice,
  somebody,
  database,
  baseURL,
  watch,
}) => {
  watch.expected.push(/status of 401/)
  const two = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const { officeId } = await openOffice({ services: ['MARRIAGE'] })
  const desk = await openPhone(SCREEN)
  await bringAxe(desk)
  await workAtDesk(desk.context(), database, { officeId, role: 'senior-clerk', origin: baseURL })
  await desk.goto('/desk/book')
  await desk.locator('#times ~ ul a').first().click()
  await desk.waitForURL('**/desk/book/people?*')
  const people = desk.url()
  await press(desk, turned('turn'))
  await desk.waitForURL('**/turned')
  await expect(desk.locator('header')).toHaveCount(0)
  const found = [await findBarriers(desk, 'usual')]
  for (const [index, person] of two.entries()) {
    for (const name of ['name', 'documentNumber', 'phone'] as const)
      await field(desk, name).fill(person[name])
    if (index === 1) await field(desk, 'agree').check()
    await press(desk, turned('submit'))
    await desk.waitForURL(`**/turned?who=${index === 0 ? '1' : 'done'}`)
  }
  found.push(await findBarriers(desk, 'usual'))
  // Whoever holds the screen opens nothing of the desk without the clerk’s code.
  for (const path of ['/desk', '/desk/cases', people]) {
    await desk.goto(path)
    await expect(desk.locator('#code')).toBeVisible()
  }
  await database.query(
    'UPDATE staff_session SET locked_at = NULL, last_seen_at = now() WHERE office_id = $1',
    [officeId],
  )
  await desk.goto('/turned')
  await desk.waitForURL('**/desk')
  await desk.goto(people)
  await press(desk, say('people.submit'))
  await desk.waitForURL('**/desk/book/check?*')
  await expect(desk.getByRole('main')).toContainText(turned('agreement.screen'))
  found.push(await findBarriers(desk, 'usual'))
  await press(desk, say('check.submit'))
  await desk.waitForURL('**/desk/book/done')
  expect(found.flat()).toEqual([])
  const { rows } = await database.query('SELECT status FROM appointment WHERE office_id = $1', [officeId])
  expect(rows).toEqual([{ status: 'confirmed' }])
})

test('a visit at home: asked by the couple, planned for two clerks, printed as a route', async ({
  openPhone,
  openOffice,
  somebody,
  database,
  baseURL,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const { officeId } = await openOffice({ services: ['MARRIAGE'] })
  await database.query(`UPDATE office SET facilities = '{home-visit}' WHERE id = $1`, [officeId])
  const phone = await openPhone({ as: one })
  await phone.goto('/home-visit')
  await phone.getByRole('link', { name: visit('page.askOnline') }).click()
  await phone.locator('#officeId').selectOption(officeId)
  await phone.getByText(visit('form.services.MARRIAGE'), { exact: true }).click()
  await phone.getByText(visit('form.reasons.illness'), { exact: true }).click()
  await phone.locator('#address').fill('示例县示例镇示例路 8 号 301')
  await field(phone, 'people.1.name').fill(other.name)
  await press(phone, visit('ask.submit'))
  await phone.waitForURL('**wrong=1')
  await field(phone, 'people.1.phone').fill(other.phone)
  await press(phone, visit('ask.submit'))
  await phone.waitForURL('**/home-visit?sent=1')

  const desk = await openPhone(SCREEN)
  await bringAxe(desk)
  await workAtDesk(desk.context(), database, { officeId, role: 'senior-clerk', origin: baseURL })
  const colleague = randomUUID()
  await database.query(`INSERT INTO staff (id, username, name, created_at) VALUES ($1, $2, '赵敏', now())`, [
    colleague,
    `t-${colleague.slice(0, 13)}`,
  ])
  await database.query(
    `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at) VALUES ($1, 'clerk', 'office', $2, now())`,
    [colleague, officeId],
  )
  await desk.goto('/desk/home-visits')
  const found = [await findBarriers(desk, 'usual')]
  const main = desk.getByRole('main')
  await expect(main).not.toContainText('示例路')
  await main.locator('td a').first().click()
  await desk.waitForURL(/home-visits\/[0-9a-f-]{36}$/)
  await expect(main).toContainText('示例路 8 号')
  found.push(await findBarriers(desk, 'usual'))
  const { rows } = await database.query<{ day: string }>(
    `SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + 3)::text AS day`,
  )
  const day = rows[0]?.day ?? ''
  await desk.locator('#visitOn').fill(day)
  await field(desk, 'staffIds.0').selectOption({ label: '林静宜' })
  await field(desk, 'staffIds.1').selectOption({ label: '赵敏' })
  await press(desk, visit('desk.submitPlan'))
  await desk.waitForURL('**done=planned')
  await desk.goto(`/desk/home-visits/route?day=${day}`)
  await expect(main).not.toContainText('示例路')
  await main.getByRole('link', { name: visit('desk.print') }).click()
  await desk.waitForURL('**/route/print?*')
  await expect(main).toContainText('示例路 8 号')
  found.push(await findBarriers(desk, 'usual'))
  expect(found.flat()).toEqual([])
})

async function type(page: Page, index: number, person: PartyFacts): Promise<void> {
  for (const name of ['name', 'documentNumber', 'phone'] as const)
    await field(page, `parties.${index}.${name}`).fill(person[name])
}

function field(page: Page, name: string) {
  return page.locator(`[name="${name}"]`)
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name }).click()
}
