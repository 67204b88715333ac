import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listAppointmentTrail } from '#lib/booking/list-appointment-trail.ts'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { describeEntry } from '#lib/desk/describe-entry.ts'
import { describeMissing } from '#lib/desk/describe-missing.ts'
import { describeRefusal } from '#lib/desk/describe-refusal.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { revealPerson } from '#lib/desk/reveal-person.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { REJECTIONS } from '#lib/domain/outcome.ts'
import { groundsOf } from '#lib/domain/refusal-ground.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { loadMessages } from '#lib/i18n/load-messages.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { agreed, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'
import { arrived, called, step } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

const date = calendarDate(TODAY)

async function atWindow(service: 'MARRIAGE' | 'DIVORCE_APPLICATION' = 'MARRIAGE') {
  const desk = await plantDesk(pool)
  const booked = await agreed(pool, desk, { service })
  return { desk, booked, ticket: await called(pool, desk, await arrived(pool, desk, booked.code)) }
}

function open(officeId: string, people: ReturnType<typeof couple>) {
  return acceptApplication(pool, {
    officeId,
    receiptNumber: `R-${randomUUID()}`,
    acceptedOn: date,
    parties: [people.first.party, people.second.party],
    locales: ['zh-CN', 'zh-CN'],
    by: 'clerk',
    now: todayAt('10:10'),
  })
}

describe('an application that was accepted in its own form', () => {
  test('is finished at the window without typing the receipt again', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    const finish = { ...step(desk, ticket, '10:30'), outcome: 'application-accepted' } as const
    expect(await finishTicket(pool, finish)).toMatchObject({ errors: [{ reason: 'case-needed' }] })
    const opened = accepted(await open(desk.officeId, booked))
    const { entries } = accepted(
      await listDay(pool, { actor: desk.clerk, officeId: desk.officeId, date, now: todayAt('10:20') }),
    )
    const [entry] = entries
    if (!entry) throw new Error('the row is not there')
    const wish = { actor: desk.clerk, officeId: desk.officeId, entry, now: todayAt('10:20') }
    expect(accepted(await describeEntry(pool, wish)).caseId).toBe(opened.id)
    expect(accepted(await finishTicket(pool, finish))).toMatchObject({ outcome: 'application-accepted' })
  })

  test('of other people, of one of them with another, or at another office, finishes nothing', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    accepted(await open(desk.officeId, couple()))
    const other = couple()
    accepted(await open(desk.officeId, { ...booked, second: other.second }))
    const finish = { ...step(desk, ticket, '10:30'), outcome: 'application-accepted' } as const
    expect(await finishTicket(pool, finish)).toMatchObject({ errors: [{ reason: 'case-needed' }] })
    const away = await atWindow('DIVORCE_APPLICATION')
    accepted(await open(desk.officeId, away.booked))
    const elsewhere = { ...step(away.desk, away.ticket, '10:30'), outcome: 'application-accepted' } as const
    expect(await finishTicket(pool, elsewhere)).toMatchObject({ errors: [{ reason: 'case-needed' }] })
  })
})

describe('the panel', () => {
  test('shows papers only at the window, documents masked, and what happened', async () => {
    const { desk, ticket, booked } = await atWindow()
    await agreed(pool, desk, { time: '11:00' })
    const listed = await listDay(pool, {
      actor: desk.clerk,
      officeId: desk.officeId,
      date,
      now: todayAt('10:05'),
    })
    const [entry, later] = accepted(listed).entries
    if (!entry || !later) throw new Error('the rows are not there')
    const wish = { actor: desk.clerk, officeId: desk.officeId, now: todayAt('10:05') }
    const detail = accepted(await describeEntry(pool, { ...wish, entry }))
    expect(detail.papers?.perParty).toHaveLength(2)
    expect(detail.history.map(({ event }) => event)).toEqual(['arrive', 'call'])
    const { documentNumber } = booked.first.party
    const masked = `${documentNumber.slice(0, 3)}${'*'.repeat(11)}${documentNumber.slice(-4)}`
    expect(detail.documents[0]).toEqual({ role: 1, documentNumber: masked })
    expect(accepted(await describeEntry(pool, { ...wish, entry: later }))).toMatchObject({
      papers: undefined,
      history: [],
    })
    const auditor = staffOf(desk.officeId, 'auditor')
    expect((await describeEntry(pool, { ...wish, actor: auditor, entry })).ok).toBe(false)
    const strange = await plantDesk(pool)
    expect(await describeEntry(pool, { ...wish, officeId: strange.officeId, entry })).toMatchObject({
      ok: false,
    })
    expect(ticket.state).toBe('called')
  })

  test('everything not ticked stands on the one-time notice, until nothing is missing', async () => {
    const { desk, ticket } = await atWindow()
    const wish = { actor: desk.clerk, ticketId: ticket.id, now: todayAt('10:06') }
    expect(await describeMissing(pool, wish)).toMatchObject({ errors: [{ reason: 'nothing-missing' }] })
    const listed = await listDay(pool, {
      actor: desk.clerk,
      officeId: desk.officeId,
      date,
      now: todayAt('10:06'),
    })
    const [entry] = accepted(listed).entries
    if (!entry) throw new Error('the row is not there')
    const detail = await describeEntry(pool, { ...wish, officeId: desk.officeId, entry })
    const item = accepted(detail).papers?.perParty[0]?.items.find(({ shared }) => !shared)
    const line = `1:${item?.code}`
    const ticked = accepted(
      await tickMaterials(pool, { ...step(desk, ticket), seen: [], missing: [line] }),
    ).ticket
    const paper = accepted(await describeMissing(pool, wish))
    expect(paper.notice.lines.map((missing) => missing.key)).toEqual([line])
    const auditor = staffOf(desk.officeId, 'auditor')
    expect(await describeMissing(pool, { ...wish, actor: auditor })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    // Whoever looks at papers beforehand calls nobody and ends no visit, but puts down what was there.
    const reviewer = staffOf(desk.officeId, 'reviewer')
    const looked = { ...step(desk, ticked), seen: [line], missing: [] }
    expect(await tickMaterials(pool, { ...looked, actor: auditor })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    accepted(await tickMaterials(pool, { ...looked, actor: reviewer }))
    expect(await describeMissing(pool, wish)).toMatchObject({ errors: [{ reason: 'nothing-missing' }] })
  })

  test('a no is given in writing with its article; anything else is not', async () => {
    const { desk, ticket } = await atWindow()
    const wish = { actor: desk.clerk, ticketId: ticket.id, now: todayAt('10:20') }
    expect(await describeRefusal(pool, wish)).toMatchObject({ errors: [{ reason: 'nothing-refused' }] })
    accepted(
      await finishTicket(pool, { ...step(desk, ticket), outcome: 'refused', rejection: 'prohibited-kin' }),
    )
    expect(accepted(await describeRefusal(pool, wish))).toMatchObject({
      outcome: 'refused',
      rejection: 'prohibited-kin',
      grounds: ['civil-code-1048'],
    })
  })

  test('every article behind a no has words', () => {
    const grounds = SERVICES.flatMap((service) => REJECTIONS.flatMap((reason) => groundsOf(service, reason)))
    for (const locale of ['zh-CN', 'zh-Hant', 'en'] as const)
      expect(loadMessages(locale)).toMatchObject({
        counter: { grounds: Object.fromEntries(grounds.map((ground) => [ground, expect.any(String)])) },
      })
  })
})

describe('a person is shown whole', () => {
  test('with a reason, to the counter of the office, on the record, and the couple can read it', async () => {
    const { desk, booked, ticket } = await atWindow()
    const wish = {
      actor: desk.clerk,
      officeId: desk.officeId,
      appointmentId: ticket.appointmentId ?? '',
      role: 2,
      reason: 'check-document',
      now: todayAt('10:05'),
    }
    for (const [change, reason] of [
      [{ reason: '' }, 'required'],
      [{ actor: staffOf(desk.officeId, 'reviewer') }, 'not-in-role'],
      [{ actor: staffOf('elsewhere') }, 'not-in-role'],
    ] as const)
      expect(await revealPerson(pool, { ...wish, ...change })).toMatchObject({ errors: [{ reason }] })
    const strange = await plantDesk(pool)
    const foreign = { ...wish, actor: strange.clerk, officeId: strange.officeId }
    expect(await revealPerson(pool, foreign)).toMatchObject({ ok: false, reason: 'not-found' })
    const { name, documentNumber, phone } = booked.second.party
    expect(accepted(await revealPerson(pool, wish))).toMatchObject({ name, documentNumber, phone })
    const { rows } = await pool.query(
      `SELECT actor_id, detail FROM audit_entry WHERE act = 'person-revealed' AND subject_id = $1`,
      [ticket.appointmentId],
    )
    expect(rows).toEqual([
      {
        actor_id: desk.clerk.id,
        detail: { role: 2, reason: 'check-document', fields: ['name', 'documentNumber', 'phone'] },
      },
    ])
    for (const { actor } of [booked.first, booked.second]) {
      const trail = accepted(
        await listAppointmentTrail(pool, { actor, code: booked.code, now: todayAt('10:06') }),
      )
      expect(trail).toContainEqual(expect.objectContaining({ act: 'person-revealed', who: 'staff' }))
    }
  })
})
