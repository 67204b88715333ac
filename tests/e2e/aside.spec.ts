import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { finishVisit, plantVisit } from '#tests/support/browser/finish-visit.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const alarm = translator('zh-CN', 'alarm')
const rating = translator('zh-CN', 'rating')
const rooms = translator('zh-CN', 'rooms')

const DESK = { viewport: { width: 1366, height: 768 } }

test('a call for help comes to the other screen by itself, and whoever goes is seen by the caller', async ({
  openPhone,
  openOffice,
  database,
  baseURL,
}) => {
  const { officeId } = await openOffice()
  const [caller, other, elsewhere] = [await openPhone(DESK), await openPhone(DESK), await openPhone(DESK)]
  for (const page of [caller, other]) {
    await workAtDesk(page.context(), database, { officeId, role: 'senior-clerk', origin: baseURL })
    await bringAxe(page)
  }
  const far = await openOffice()
  await workAtDesk(elsewhere.context(), database, { officeId: far.officeId, origin: baseURL })
  await Promise.all([caller.goto('/desk/rooms'), other.goto('/desk/ratings'), elsewhere.goto('/desk')])
  await expect(caller.locator('[data-live=live]')).toBeVisible()
  // By key, from wherever somebody is.
  await caller.keyboard.press('F8')
  const help = alarm('needed', { where: alarm('noWindow') })
  await expect(other.getByText(help)).toBeVisible()
  await expect(caller.getByRole('button', { name: alarm('withdraw') })).toBeVisible()
  await expect(elsewhere.getByText(help)).toHaveCount(0)
  expect(await findBarriers(other, 'usual')).toEqual([])
  await other.getByRole('button', { name: alarm('go') }).click()
  const coming = alarm('answered', { name: '林静宜', where: alarm('noWindow') })
  await expect(caller.getByText(coming)).toBeVisible()
  // Pressed by mistake: gone from both screens.
  await caller.keyboard.press('F8')
  await expect(other.getByText(help)).toBeVisible()
  await caller.getByRole('button', { name: alarm('withdraw') }).click()
  await expect(other.getByText(help)).toBeHidden()
})

test('a visit is rated once behind its link without a script; a bad rating is answered, and read by who gave it', async ({
  openPhone,
  openOffice,
  database,
  baseURL,
}) => {
  const { officeId } = await openOffice()
  const token = await finishVisit(database, { officeId, service: 'MARRIAGE' })
  const phone = await openPhone({ javaScriptEnabled: false })
  await phone.goto(`/rate/${token}`)
  await phone.getByLabel(rating('form.levels.2'), { exact: true }).check()
  await phone.locator('#words').fill('等了一个多小时。')
  await phone.getByRole('button', { name: rating('form.submit') }).click()
  await expect(phone.getByRole('heading', { name: rating('rated.title') })).toBeVisible()

  const desk = await openPhone(DESK)
  await workAtDesk(desk.context(), database, { officeId, role: 'senior-clerk', origin: baseURL })
  await bringAxe(desk)
  await desk.goto('/desk/ratings')
  await expect(desk.getByText('等了一个多小时。')).toBeVisible()
  const found = [await findBarriers(desk, 'usual')]
  await desk.getByText(rating('answer.open'), { exact: true }).click()
  await desk.locator('textarea[name=reply]').fill('对不起，上午多开了一个窗口。')
  await desk.getByRole('button', { name: rating('answer.close') }).click()
  await desk.waitForURL(/done=1/)
  await expect(desk.getByText(rating('state.closed'))).toBeVisible()
  await phone.goto(`/rate/${token}`)
  await expect(phone.getByText('对不起，上午多开了一个窗口。')).toBeVisible()

  const ticket = await plantVisit(database, { officeId, service: 'DIVORCE_APPLICATION', state: 'done' })
  for (const path of [`/desk/tickets/${ticket}/rate`, '/desk/ratings/mine']) {
    await desk.goto(path)
    found.push(await findBarriers(desk, 'usual'))
  }
  expect(found.flat()).toEqual([])
})

test('people are led to a quiet room with one key, and back with another', async ({
  openPhone,
  openOffice,
  database,
  baseURL,
}) => {
  const { officeId } = await openOffice()
  await database.query(
    `INSERT INTO room (id, office_id, name, kind, seats, position)
     VALUES ($1, $1, '{"zh-CN":"静谈室","zh-Hant":"靜談室","en":"Quiet room"}', 'quiet', 4, 1)`,
    [officeId],
  )
  const ticket = await plantVisit(database, { officeId, service: 'DIVORCE_APPLICATION', state: 'serving' })
  const desk = await openPhone(DESK)
  await workAtDesk(desk.context(), database, { officeId, origin: baseURL })
  await bringAxe(desk)
  await desk.goto(`/desk?at=${ticket}`)
  await expect(desk.getByRole('button', { name: rooms('refer.open') })).toBeVisible()
  await expect(desk.locator('[data-live=live]')).toBeVisible()
  await desk.keyboard.press('t')
  await expect(desk.getByText(rooms('refer.there', { room: '静谈室' }))).toBeVisible()
  const board = await desk.context().newPage()
  await bringAxe(board)
  await board.goto('/desk/rooms')
  await expect(board.getByText(rooms('takenBy', { number: 'B001' }))).toBeVisible()
  expect(await findBarriers(board, 'usual')).toEqual([])
  await desk.keyboard.press('j')
  await expect(desk.getByRole('button', { name: rooms('refer.open') })).toBeVisible()
  await expect(board.getByText(rooms('isFree'))).toBeVisible()
})
