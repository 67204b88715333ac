import { sign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkChain } from '#lib/audit/check-chain.ts'
import { loadAuditKeys } from '#lib/audit/load-audit-keys.ts'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { verifyChain } from '#lib/audit/verify-chain.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { headText } from '#lib/domain/audit-chain.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const keys = loadAuditKeys().known
const FRIDAY = new Date('2026-11-20T02:00:00Z')
const SATURDAY = new Date('2026-11-20T16:01:00Z')
const NOON = new Date('2026-11-21T04:00:00Z')

async function write(count: number, at = FRIDAY) {
  for (let index = 0; index < count; index += 1) {
    await writeEntry(pool, {
      at,
      actorKind: 'system',
      act: 'appointment-moved',
      subjectKind: 'appointment',
      subjectId: '00000000-0000-7000-8000-000000000000',
      detail: { index, 约: '定' },
    })
  }
}

/** What only whoever owns the tables and puts the triggers to sleep can do. */
const tamper = (sql: string) => pool.query(`SET LOCAL session_replication_role = replica; ${sql}`)
const verified = (now = NOON) => verifyChain(pool, { keys, now })
const idAt = async (place: number) => {
  const { rows } = await pool.query('SELECT entry_id::text AS id FROM audit_link WHERE place = $1', [place])
  return String(rows[0]?.id)
}

// Eight entries of Friday, all in Friday's head, and three of Saturday after it.
beforeEach(async () => {
  await tamper('TRUNCATE audit_entry, audit_link, audit_head, audit_check')
  await sealEntries(pool, FRIDAY)
  await write(8)
  await sealEntries(pool, FRIDAY)
  await sealEntries(pool, SATURDAY)
  await write(3, NOON)
  await sealEntries(pool, NOON)
})

describe('a record that nobody has touched', () => {
  test('is whole, with a head for each day, and says what is not sealed yet', async () => {
    await write(2, NOON)
    const found = await verified()
    expect(found).toMatchObject({ entries: 11n, unsealed: 2, lastAt: NOON, lastEntryId: await idAt(11) })
    expect(found.fault).toBeUndefined()
    expect(found.newestHead).toMatchObject({ day: '2026-11-20', place: '8' })
  })

  test('has a head for a day on which nothing happened', async () => {
    await sealEntries(pool, new Date('2026-11-22T16:01:00Z'))
    expect((await verified(new Date('2026-11-23T04:00:00Z'))).newestHead).toMatchObject({
      day: '2026-11-22',
      place: '11',
    })
  })

  test('is sealed once, by however many at the same moment', async () => {
    await write(40, NOON)
    const counts = await Promise.all(Array.from({ length: 4 }, () => sealEntries(pool, NOON)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(await verified()).toMatchObject({ entries: 51n, unsealed: 0 })
  })

  test('what a verification found is put down', async () => {
    await checkChain(pool, NOON)
    const { rows } = await pool.query('SELECT entries, fault FROM audit_check')
    expect(rows).toEqual([{ entries: '11', fault: null }])
  })
})

describe('an entry that is being written while others are sealed', () => {
  test('is waited for, so that the chain keeps the order of the numbers', async () => {
    const slow = await pool.connect()
    await slow.query('BEGIN')
    await writeEntry(slow, {
      at: NOON,
      actorKind: 'system',
      act: 'appointment-moved',
      subjectKind: 'slot',
      subjectId: 'slow',
    })
    await write(5, NOON)
    const sealing = sealEntries(pool, NOON)
    await new Promise((resolve) => setTimeout(resolve, 150))
    const before = await pool.query('SELECT count(*)::int AS count FROM audit_link')
    expect(before.rows[0].count).toBe(11)
    await slow.query('COMMIT')
    slow.release()
    expect(await sealing).toBe(6)
    const { rows } = await pool.query(
      `SELECT place FROM audit_link JOIN audit_entry ON id = entry_id WHERE subject_id = 'slow'`,
    )
    expect(rows[0].place).toBe('12')
    expect((await verified()).fault).toBeUndefined()
  })
})

const RESIGNED = async (day: string, place: number) => {
  const { rows } = await pool.query(
    'SELECT entry_id::text AS "lastEntryId", hash FROM audit_link WHERE place = $1',
    [place],
  )
  const { keyId, key } = loadAuditKeys().signing
  const head = {
    day: calendarDate(day),
    lastEntryId: rows[0].lastEntryId,
    place: `${place}`,
    hash: Buffer.alloc(32, 7),
  }
  return { ...head, keyId, signature: sign(null, Buffer.from(headText(head)), key) }
}

describe('whatever is done to the record behind its back is found', () => {
  test.each([
    ['who did it', `UPDATE audit_entry SET actor_id = 'x' WHERE id = $`, 'entry-changed'],
    ['when', `UPDATE audit_entry SET at = at + interval '1 ms' WHERE id = $`, 'entry-changed'],
    [
      'a digit of the detail',
      `UPDATE audit_entry SET detail = detail || '{"index": 9.0}' WHERE id = $`,
      'entry-changed',
    ],
    ['the office', `UPDATE audit_entry SET office_id = 'gd-sz-gm' WHERE id = $`, 'entry-changed'],
    ['the hash', `UPDATE audit_link SET hash = sha256('x') WHERE entry_id = $`, 'entry-changed'],
    ['a row is removed', 'DELETE FROM audit_entry WHERE id = $', 'entry-removed'],
  ])('%s', async (_, sql, kind) => {
    const id = await idAt(5)
    await tamper(sql.replace('$', id))
    expect(await verified()).toMatchObject({ entries: 4n, fault: { kind, at: id } })
  })

  test('a row is removed with its link', async () => {
    const id = await idAt(5)
    await tamper(`DELETE FROM audit_entry WHERE id = ${id}; DELETE FROM audit_link WHERE entry_id = ${id}`)
    expect((await verified()).fault).toEqual({ kind: 'entry-removed', at: await idAt(6) })
  })

  test('a row is removed with its link, and the places after it are moved up', async () => {
    const id = await idAt(5)
    await tamper(`DELETE FROM audit_entry WHERE id = ${id}; DELETE FROM audit_link WHERE entry_id = ${id};
      UPDATE audit_link SET place = -place WHERE place > 5; UPDATE audit_link SET place = -place - 1 WHERE place < 0`)
    expect((await verified()).fault).toEqual({ kind: 'entry-changed', at: await idAt(5) })
  })

  test('the end is cut off', async () => {
    const [from] = [await idAt(7)]
    await tamper(
      `DELETE FROM audit_entry WHERE id >= ${from}; DELETE FROM audit_link WHERE entry_id >= ${from}`,
    )
    expect((await verified()).fault).toMatchObject({ kind: 'entry-removed' })
  })

  test('a row is slipped into a gap of the numbers', async () => {
    const { rows } = await pool.query(`SELECT nextval('audit_entry_id_seq')::text AS gap`)
    const { gap } = rows[0]
    await write(1, NOON)
    await sealEntries(pool, NOON)
    // An INSERT: what even the role of the app may do.
    await pool.query(
      `INSERT INTO audit_entry (id, at, actor_kind, act, subject_kind, subject_id) VALUES ($1, $2, 'staff', 'person-revealed', 'appointment', 'x')`,
      [gap, FRIDAY],
    )
    expect((await verified()).fault).toEqual({ kind: 'entry-inserted', at: gap })
  })

  test('two rows change places', async () => {
    const [five, six] = [await idAt(5), await idAt(6)]
    await tamper(`UPDATE audit_entry SET id = 0 WHERE id = ${five}; UPDATE audit_entry SET id = ${five} WHERE id = ${six};
      UPDATE audit_entry SET id = ${six} WHERE id = 0`)
    expect((await verified()).fault).toEqual({ kind: 'entry-changed', at: five })
  })

  test('the whole chain is computed anew after a change: then the signed head is not its own', async () => {
    await tamper(`UPDATE audit_entry SET actor_id = 'x' WHERE id = ${await idAt(5)}; DELETE FROM audit_link`)
    await sealEntries(pool, NOON)
    expect((await verified()).fault).toEqual({ kind: 'head-replaced', at: '2026-11-20' })
  })

  test('a head is replaced by one that fits, without the key', async () => {
    await tamper(`UPDATE audit_entry SET actor_id = 'x' WHERE id = ${await idAt(5)}; DELETE FROM audit_link`)
    await sealEntries(pool, NOON)
    await tamper(`UPDATE audit_head SET hash = (SELECT hash FROM audit_link WHERE place = 8) WHERE place = 8`)
    expect((await verified()).fault).toEqual({ kind: 'head-signature', at: '2026-11-20' })
  })

  test('a head is replaced by one that is signed but not of this chain', async () => {
    const { hash, signature } = await RESIGNED('2026-11-20', 8)
    await tamper(
      `UPDATE audit_head SET hash = '\\x${hash.toString('hex')}', signature = '\\x${signature.toString('hex')}' WHERE place = 8`,
    )
    expect((await verified()).fault).toEqual({ kind: 'head-replaced', at: '2026-11-20' })
  })

  test('a key that is not ours has signed', async () => {
    expect((await verifyChain(pool, { keys: new Map(), now: NOON })).fault?.kind).toBe('head-signature')
  })

  test('the heads are removed, and entries follow', async () => {
    await tamper('DELETE FROM audit_head')
    expect((await verified()).fault).toMatchObject({ kind: 'head-missing' })
    await sealEntries(pool, NOON)
    await write(1, NOON)
    expect((await verified(new Date('2026-11-24T04:00:00Z'))).fault).toEqual({
      kind: 'head-missing',
      at: '2026-11-20',
    })
  })

  test('everything is made anew, key and all: only a head that was noted elsewhere tells', async () => {
    const hash = (await verified()).newestHead?.hash.toString('hex') ?? ''
    const expected = [{ day: '2026-11-20', hash }]
    expect((await verifyChain(pool, { keys, now: NOON, expected })).fault).toBeUndefined()
    await tamper(
      `UPDATE audit_entry SET actor_id = 'x' WHERE id = ${await idAt(5)}; DELETE FROM audit_link; DELETE FROM audit_head`,
    )
    await sealEntries(pool, NOON)
    expect((await verified()).fault).toBeUndefined()
    expect((await verifyChain(pool, { keys, now: NOON, expected })).fault).toEqual({
      kind: 'head-not-expected',
      at: '2026-11-20',
    })
  })

  test('control: rows without a chain look the same before and after', async () => {
    const look = `SELECT count(*)::int AS rows, count(DISTINCT id)::int AS ids, bool_and(act <> '') AS told FROM audit_entry`
    const { rows: before } = await pool.query(look)
    await tamper(`UPDATE audit_entry SET actor_kind = 'person', actor_id = NULL WHERE id = ${await idAt(5)}`)
    const { rows: after } = await pool.query(look)
    expect(after).toEqual(before)
    expect((await verified()).fault?.kind).toBe('entry-changed')
  })
})
