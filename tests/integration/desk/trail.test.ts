import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { exportTrail } from '#lib/desk/export-trail.ts'
import { openPersonTrail } from '#lib/desk/open-person-trail.ts'
import { revealPerson } from '#lib/desk/reveal-person.ts'
import { searchTrail, type TrailSearch } from '#lib/desk/search-trail.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { somebody } from '../booking/fixtures/couples.ts'
import { agreed, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()
const desk = await plantDesk(pool)
const elsewhere = await plantDesk(pool)
const { officeId } = desk
const { rows: places } = await pool.query('SELECT region_code AS code FROM office WHERE id = $1', [officeId])
const manager = staffOf(officeId, 'office-manager')
const auditor = regional('auditor', `${String(places[0]?.code).slice(0, 2)}0000`)
const now = todayAt('09:50')
const couple = await agreed(pool, desk)
const others = await agreed(pool, desk)
const foreign = await agreed(pool, elsewhere)
const { rows: found } = await pool.query('SELECT id, code FROM appointment')
const idOf = (code: string) => String(found.find((one) => one.code === code)?.id)
await pool.query(`INSERT INTO staff (id, username, name, created_at) VALUES ($1, 'li-min', '李敏', now())`, [
  desk.clerk.id,
])
accepted(
  await revealPerson(pool, {
    actor: desk.clerk,
    officeId,
    appointmentId: idOf(couple.code),
    role: 1,
    reason: 'check-document',
    now,
  }),
)

function regional(role: StaffRole, scopeId: string): StaffActor {
  const grants = [{ role, scope: 'region', scopeId } as const]
  return mintActor({
    kind: 'staff',
    id: '00000000-0000-7000-8000-000000000009',
    name: '审计',
    grants,
  }) as StaffActor
}

const ANY: TrailSearch = {
  code: '',
  username: '',
  act: '',
  from: calendarDate('2026-11-01'),
  until: calendarDate(TODAY),
}
const look = (search: Partial<TrailSearch> = {}, actor = manager, wide = false) =>
  searchTrail(pool, { actor, officeId, wide, search: { ...ANY, ...search }, now })
const actsOf = async (...wish: Parameters<typeof look>) =>
  accepted(await look(...wish)).entries.map(({ act, subjectId }) => `${act} ${subjectId}`)

describe('who may read the record', () => {
  test.each(['clerk', 'senior-clerk', 'reviewer', 'city-admin', 'province-admin'] as const)(
    'no %s',
    async (role) => {
      const actor = staffOf(officeId, role)
      expect(await look({}, actor)).toMatchObject({ reason: 'not-allowed' })
      const wish = {
        actor,
        officeId,
        wide: true,
        reason: 'inspection',
        from: ANY.from,
        until: ANY.until,
        number: '',
        now,
      }
      expect(await exportTrail(pool, wish)).toMatchObject({ reason: 'not-allowed' })
      expect(await openPersonTrail(pool, wish)).toMatchObject({ reason: 'not-allowed' })
    },
  )

  test('the head of an office reads of that office alone, however wide they ask', async () => {
    for (const wide of [false, true]) {
      const acts = (await actsOf({}, manager, wide)).join()
      expect(acts).toContain(idOf(couple.code))
      expect(acts).not.toContain(idOf(foreign.code))
    }
    expect(await look({}, staffOf(elsewhere.officeId, 'office-manager'))).toMatchObject({
      reason: 'not-allowed',
    })
  })

  test('an auditor reads of all offices of the region, without the codes by which appointments are opened', async () => {
    const { entries } = accepted(await look({}, auditor, true))
    expect(entries.map(({ subjectId }) => subjectId)).toContain(idOf(foreign.code))
    expect(entries.every(({ code }) => code === null)).toBe(true)
  })
})

describe('what is found', () => {
  test('an appointment by its code, the latest first, in the words of who did it', async () => {
    const { entries } = accepted(await look({ code: couple.code.toLowerCase() }))
    expect(entries[0]).toMatchObject({
      act: 'person-revealed',
      staffName: '李敏',
      code: couple.code,
      detail: { role: 1, reason: 'check-document' },
      isSealed: false,
    })
    expect(entries.map(({ act }) => act)).toEqual([
      'person-revealed',
      'appointment-confirmed',
      'appointment-booked',
    ])
    expect(await actsOf({ code: foreign.code })).toEqual([])
    expect(await actsOf({ code: 'nothing' })).toEqual([])
  })

  test('a member of staff, an act, days', async () => {
    expect(await actsOf({ username: 'LI-Min' })).toEqual([`person-revealed ${idOf(couple.code)}`])
    expect(await actsOf({ username: 'nobody' })).toEqual([])
    expect(await actsOf({ act: 'appointment-booked' })).toHaveLength(2)
    expect(await actsOf({ from: calendarDate(TODAY) })).toEqual([`person-revealed ${idOf(couple.code)}`])
    expect(await actsOf({ until: calendarDate('2026-11-10') })).toEqual([])
  })

  test('a page has fifty, and the next begins where it ended', async () => {
    const at = new Date('2026-11-25T02:00:00Z')
    for (let count = 0; count < 120; count += 1) {
      await writeEntry(pool, {
        at,
        actorKind: 'system',
        act: 'stop-added',
        subjectKind: 'stop',
        subjectId: `${count}`,
        officeId,
      })
    }
    const seen: string[] = []
    for (let before: string | undefined, more = true; more; ) {
      const { entries, next } = accepted(await look({ act: 'stop-added', before }))
      expect(entries.length).toBeLessThanOrEqual(50)
      seen.push(...entries.map(({ subjectId }) => subjectId))
      before = next
      more = next !== undefined
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, count) => `${119 - count}`))
  })

  test('a row that somebody slipped in with an id that is none does not close the page', async () => {
    await writeEntry(pool, {
      at: now,
      actorKind: 'staff',
      actorId: 'x',
      act: 'y',
      subjectKind: 'appointment',
      subjectId: 'z',
      officeId,
    })
    expect(await actsOf()).toContain('y z')
  })
})

describe('one person by the number of a document', () => {
  const number = couple.first.party.documentNumber
  const ask = (change: object = {}) =>
    openPersonTrail(pool, { actor: manager, officeId, number, reason: 'complaint', now, ...change })

  test('needs a reason and a whole number', async () => {
    expect(await ask({ reason: '' })).toMatchObject({ reason: 'invalid-input', errors: [{ path: 'reason' }] })
    expect(await ask({ number: '1234' })).toMatchObject({
      reason: 'invalid-input',
      errors: [{ path: 'number' }],
    })
  })

  test('is on the record of what the person stands in, with the reason and without the number', async () => {
    const person = accepted(await ask())
    const { entries } = accepted(await look({ person }))
    expect(new Set(entries.map(({ subjectId }) => subjectId))).toContain(idOf(couple.code))
    expect(JSON.stringify(entries)).not.toContain(idOf(others.code))
    expect(entries[0]).toMatchObject({
      act: 'trail-searched',
      actorId: manager.id,
      detail: { reason: 'complaint' },
    })
    const { rows } = await pool.query(
      'SELECT count(*)::int AS count FROM audit_entry e WHERE e::text LIKE $1',
      [`%${number}%`],
    )
    expect(rows[0].count).toBe(0)
  })

  test('somebody unknown leaves a mark as well', async () => {
    const person = accepted(await ask({ number: somebody().party.documentNumber }))
    expect(accepted(await look({ person })).entries).toEqual([])
    expect(await actsOf({ act: 'trail-searched' })).toContain('trail-searched unknown')
  })
})

describe('the export', () => {
  const take = (change: object = {}) =>
    exportTrail(pool, {
      actor: auditor,
      officeId,
      wide: true,
      from: ANY.from,
      until: ANY.until,
      reason: 'inspection',
      now,
      ...change,
    })

  test('needs a reason and a span that is one', async () => {
    expect(await take({ reason: 'x' })).toMatchObject({ reason: 'invalid-input' })
    expect(await take({ until: calendarDate('2026-10-01') })).toMatchObject({ reason: 'invalid-input' })
    expect(await take({ from: calendarDate('2026-01-01') })).toMatchObject({ reason: 'invalid-input' })
  })

  test('is on the record, holds each entry with its link, and is signed to the last byte', async () => {
    await sealEntries(pool, now)
    let text = ''
    for await (const portion of accepted(await take())) text += portion
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const [head, end] = [lines[0], lines.at(-1)]
    const body = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)
    const digest = createHash('sha256').update(body).digest()
    const { x } = head.publicKeys[0]
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    expect(verify(null, digest, key, Buffer.from(end.signature, 'base64url'))).toBe(true)
    expect(end).toMatchObject({ entries: lines.length - 2, sha256: digest.toString('hex') })
    for (const { previous, hash, place, ...entry } of lines.slice(1, -1)) {
      const { id, at, actorKind, actorId, act, subjectKind, subjectId, officeId, detail } = entry
      const told = JSON.stringify([id, at, actorKind, actorId, act, subjectKind, subjectId, officeId, detail])
      const before = Buffer.from(previous ?? '00'.repeat(32), 'hex')
      expect(createHash('sha256').update(before).update(told).digest('hex')).toBe(hash)
      expect(Number(place)).toBeGreaterThan(0)
    }
    expect(lines.slice(1, -1).map(({ act }) => act)).toContain('trail-exported')
  })
})
