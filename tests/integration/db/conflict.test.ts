import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isDuplicate, isWriteConflict, violatedConstraint } from '#lib/db/conflict.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { transaction } from '#lib/db/transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { db, pool } = await openTestDatabase()

const createdAt = new Date('2026-11-23T01:00:00Z')
const idOf = (n: string) => `00000000-0000-7000-8000-00000000000${n}`
const channel = (n: string) => ({
  id: idOf(n),
  name: 'mini program',
  scopes: [],
  ratePerMinute: 60,
  active: true,
  createdAt,
})
const key = (n: string, channelId: string) => ({
  id: idOf(n),
  channelId: idOf(channelId),
  prefix: 'yd_test',
  keyHash: Buffer.from('same'),
  createdAt,
})

const refusalOf = (attempt: PromiseLike<unknown>) =>
  Promise.resolve(attempt).then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error,
  )

test('names the unique index that refused, however the error comes', async () => {
  await db.channel.create({ data: channel('1') })
  await db.channelKey.create({ data: key('1', '1') })
  const insert = `INSERT INTO channel_key (id, channel_id, prefix, key_hash, created_at)
    SELECT gen_random_uuid(), channel_id, prefix, key_hash, created_at FROM channel_key`
  const refusals = await Promise.all([
    refusalOf(db.channelKey.create({ data: key('2', '1') })),
    refusalOf(db.$executeRawUnsafe(insert)),
    refusalOf(pool.query(insert)),
    refusalOf(transaction((tx) => tx.channelKey.create({ data: key('3', '1') }))),
  ])
  for (const refusal of refusals) {
    expect(violatedConstraint(refusal)).toBe('channel_key_hash')
    expect(isDuplicate(refusal, 'channel_key_hash')).toBe(true)
    expect(isDuplicate(refusal, 'channel_key_pkey')).toBe(false)
    expect(isWriteConflict(refusal)).toBe(false)
  }
})

test('names the check that refused, however the error comes', async () => {
  const insert = `INSERT INTO calendar_day (date, kind, name, status, source)
    VALUES ('2026-11-23', 'party', '{}', 'official', 'test')`
  const data = { date: new Date('2026-11-23'), kind: 'party', name: {}, status: 'official', source: 'test' }
  for (const attempt of [pool.query(insert), db.$executeRawUnsafe(insert), db.calendarDay.create({ data })]) {
    const refusal = await refusalOf(attempt)
    expect(violatedConstraint(refusal)).toBe('calendar_day_kind_known')
    expect(isDuplicate(refusal, 'calendar_day_kind_known')).toBe(false)
  }
})

test('tries a transaction again when another one won, and only then', async () => {
  const where = { id: idOf('4') }
  await db.channel.create({ data: { ...channel('4'), ratePerMinute: 0 } })
  let runs = 0
  const raise = () =>
    transaction(
      async (tx) => {
        runs += 1
        const { ratePerMinute } = await tx.channel.findUniqueOrThrow({ where })
        await tx.channel.update({ where, data: { ratePerMinute: ratePerMinute + 1 } })
      },
      { isolation: 'Serializable', attempts: 20 },
    )
  await Promise.all(Array.from({ length: 5 }, raise))
  const { ratePerMinute } = await db.channel.findUniqueOrThrow({ where })
  expect(ratePerMinute).toBe(5)
  expect(runs).toBeGreaterThan(5)

  let tries = 0
  const fault = transaction(() => {
    tries += 1
    return Promise.reject(new Error('a fault of our own'))
  })
  await expect(fault).rejects.toThrow('a fault of our own')
  expect(tries).toBe(1)
})

test('hands days over as the text they are, far from UTC', async () => {
  const { rows } = await pool.query(`SELECT DATE '2026-11-23' AS day`)
  expect(rows).toEqual([{ day: '2026-11-23' }])
})

test('a connection that is cut in the middle of a transaction fails that transaction, and nothing else', async () => {
  const cut = poolTransaction(pool, async (client) => {
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid])
    // The cut is heard while nothing is being asked: a fault that nobody hears would end the process.
    await sleep(100)
    await client.query('SELECT 1')
  })
  await expect(cut).rejects.toThrow()
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
