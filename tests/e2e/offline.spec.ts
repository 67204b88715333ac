import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { undoArrival } from '#lib/desk/undo-arrival.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { expect, type TestFixtures, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const say = translator('zh-CN', 'offline')

type Props = Pick<TestFixtures, 'openOffice' | 'somebody' | 'hotline'>

/** An office where two couples are expected today. */
async function expectTwo({ openOffice, somebody, hotline }: Props, database: Pool) {
  const office = await openOffice()
  const [, ...slots] = office.slots
  const couples = []
  for (const slot of slots.slice(0, 2)) {
    const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const booked = await hotline.book({ slotId: slot.id, parties })
    await hotline.confirm(booked, parties[1])
    couples.push({ code: booked.code, parties })
    const time = `00:0${couples.length}`
    const today = shanghaiToday(new Date())
    await database.query('UPDATE slot SET date = $2, start_time = $3 WHERE id = $1', [slot.id, today, time])
  }
  return { officeId: office.officeId, couples }
}

/** Everything that lies in the browser’s own database, as text, and whether its keys can be read out. */
const lyingIn = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('yd-desk-offline')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const texts: string[] = []
    const keys: boolean[] = []
    const look = (value: unknown): void => {
      if (value instanceof CryptoKey) keys.push(value.extractable)
      else if (value instanceof ArrayBuffer) texts.push(new TextDecoder().decode(value))
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
      else texts.push(String(value))
    }
    for (const name of ['shelf', 'marks']) {
      const all = opening.result.transaction(name).objectStore(name).getAll()
      await new Promise((resolve) => all.addEventListener('success', resolve))
      look(all.result)
    }
    opening.result.close()
    return { text: texts.join('\n'), keys }
  })

const kept = (page: Page) =>
  page.evaluate(async () => ({
    pages: await caches.match('/desk/offline').then((page) => (page ? 1 : 0)),
    bases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))

test('the network goes in the middle of arrivals and outcomes, and comes back', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  database,
  watch,
  baseURL,
}) => {
  test.setTimeout(90_000)
  watch.expected.push(/status of 401|ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|network/i)
  const { officeId, couples } = await expectTwo({ openOffice, somebody, hotline }, database)
  const [one, two] = couples
  if (!one || !two) throw new Error('two couples were planted')
  const page = await openPhone({ viewport: { width: 1366, height: 768 } })
  await bringAxe(page)
  await workAtDesk(page.context(), database, { officeId, role: 'clerk', origin: baseURL ?? '' })
  await database.query(
    `INSERT INTO desk_window (office_id, name, services, position, open) VALUES ($1, '1', '{MARRIAGE}', 1, true)`,
    [officeId],
  )
  await database.query(`UPDATE staff_session SET "window" = '1' WHERE office_id = $1`, [officeId])
  await page.goto('/desk')
  await expect.poll(() => kept(page)).toEqual({ pages: 1, bases: 1, workers: 1 })

  await page.context().setOffline(true)
  await page.goto('/desk/offline')
  const [cut = ''] = say('line.cut', { time: '|' }).split('|')
  await expect(page.getByRole('alert').filter({ hasText: cut.trim() })).toBeVisible()
  const rows = page.getByRole('region', { name: say('list') }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  const field = page.getByLabel(say('filter'))
  await field.fill(one.code.toLowerCase())
  await expect(rows).toHaveCount(1)
  await rows.getByRole('button', { name: say('row.both') }).click()
  await expect(rows.getByText(say('row.noted'))).toBeVisible()
  // They are served all the same, and what came of it is noted, too.
  await rows.getByText(say('end.open')).click()
  const choice = rows.getByLabel(say('end.how'))
  await expect(choice).toHaveValue('registered')
  await rows.getByLabel(say('end.documents')).fill('L330523-2026-000123')
  expect(await findBarriers(page, 'usual')).toEqual([])
  await rows.getByRole('button', { name: say('end.note') }).click()
  await expect(rows.getByText(translator('zh-CN', 'desk')('outcomes.registered'))).toBeVisible()
  await field.fill('00:02')
  await rows.getByRole('button', { name: /到了$/ }).last().click()
  await rows.getByRole('button', { name: say('row.undo') }).click()
  await expect(rows.getByText(say('row.noted'))).toHaveCount(0)
  await rows.getByRole('button', { name: say('row.both') }).click()
  expect(await findBarriers(page, 'usual')).toEqual([])
  const { text, keys } = await lyingIn(page)
  expect(keys).toEqual([false])
  for (const { code, parties } of couples) {
    for (const { name, documentNumber, phone } of parties)
      for (const secret of [name, name.charAt(0), documentNumber, phone]) expect(text).not.toContain(secret)
    expect(text).not.toContain(code)
  }
  // Begun anew without a network, the page still knows what waits.
  await page.reload()
  await expect(rows.getByText(say('row.noted'))).toHaveCount(2)

  // Nobody touches it for a quarter of an hour: the key goes, the marks stay.
  await page.evaluate(async () => {
    const opening = indexedDB.open('yd-desk-offline')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const write = opening.result.transaction('shelf', 'readwrite')
    write.objectStore('shelf').put(Date.now() - 16 * 60_000, 'touched')
    await new Promise((resolve) => write.addEventListener('complete', resolve))
    opening.result.close()
  })
  await expect(page.getByText(say('locked.title'))).toBeVisible()
  await expect(page.getByText(say('locked.waiting', { count: 3 }))).toBeVisible()
  await expect(rows).toHaveCount(0)

  // A colleague who has a network took the second couple in, and took it back.
  const actor = mintActor({
    kind: 'staff',
    id: randomUUID(),
    name: '周静',
    grants: [{ role: 'clerk', scope: 'office', scopeId: officeId }],
  }) as StaffActor
  const now = new Date()
  const wish = { actor, officeId, code: two.code, roles: [1, 2], now }
  const arrival = await recordArrival(database, wish)
  if (!arrival.ok) throw new Error(arrival.reason)
  const { id: ticketId, version } = arrival.value.ticket
  expect(await undoArrival(database, { actor, ticketId, version, now })).toMatchObject({ ok: true })

  await page.context().setOffline(false)
  await expect(page.getByText(say('conflict.title', { count: 1 }))).toBeVisible()
  await expect(page.getByText(say('reasons.undone-meanwhile'))).toBeVisible()
  await expect(page.getByText(say('line.sent', { count: 2 }))).toBeVisible()
  const { rows: tickets } = await database.query(
    `SELECT a.code, t.state, t.present, t.outcome FROM ticket t JOIN appointment a ON a.id = t.appointment_id
     WHERE t.office_id = $1 ORDER BY t.state DESC`,
    [officeId],
  )
  expect(tickets).toEqual([
    { code: two.code, state: 'undone', present: 2, outcome: null },
    { code: one.code, state: 'done', present: 2, outcome: 'registered' },
  ])
  expect(await findBarriers(page, 'usual')).toEqual([])
  await page.getByRole('button', { name: say('conflict.keep') }).click()
  await expect(page.getByText(say('reasons.undone-meanwhile'))).toHaveCount(0)

  // Locked without a network, it stays locked when that is back: the server hears of it first.
  await page.context().setOffline(true)
  await expect(page.getByRole('alert').filter({ hasText: cut.trim() })).toBeVisible()
  await page.getByRole('button', { name: translator('zh-CN', 'staff')('lock'), exact: true }).click()
  await expect(page.getByText(say('locked.title'))).toBeVisible()
  await page.context().setOffline(false)
  await expect
    .poll(async () => {
      const { rows } = await database.query(
        'SELECT count(*)::int AS count FROM staff_session WHERE office_id = $1 AND locked_at IS NOT NULL',
        [officeId],
      )
      return rows[0].count
    })
    .toBe(1)
  await expect(page.locator('#lock-code')).toBeVisible()

  // Signing out leaves nothing behind.
  await page.goto('/desk')
  await page.locator('form[action="/desk/sign-in/out"] button').click()
  await page.waitForURL(/\/desk\/sign-in/)
  await expect.poll(() => kept(page)).toEqual({ pages: 0, bases: 0, workers: 0 })
  await page.goto('/desk/offline')
  await expect(page).toHaveURL(/\/desk\/sign-in/)
})
