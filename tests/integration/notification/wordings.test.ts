import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple, waitingCouple } from '../booking/fixtures/booked.ts'
import { NOW, plantSlots } from '../booking/fixtures/slots.ts'
import { deliver, emptyHouse } from './fixtures/house.ts'

const { pool } = await openTestDatabase()
beforeEach(() => emptyHouse(pool))

describe('letters worded anew', () => {
  async function plant(
    scope: string,
    scopeId: string,
    sms: string,
    change: { from?: string; to?: string; key?: string } = {},
  ) {
    const wording = { sms, subject: '主题 {date}', email: `${sms}！` }
    await pool.query(
      `INSERT INTO text_version (id, kind, key, scope, scope_id, text, valid_from, valid_to, source)
       VALUES ($1, 'letter', $2, $3, $4, $5, $6, $7, 'test')`,
      [
        randomUUID(),
        change.key ?? 'confirmed',
        scope,
        scopeId,
        { 'zh-CN': wording, 'zh-Hant': wording, en: wording },
        change.from ?? '2026-01-01',
        change.to ?? null,
      ],
    )
  }

  test('by the narrowest place take the place of our words while they are in force; broken ones do not', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const officeId = await officeOf(pool, slot)
    await plant('national', 'CN', '全国 {code}')
    await plant('office', officeId, '旧的 {time}', { to: '2026-10-01' })
    await plant('office', officeId, '将来的 {time}', { from: '2999-01-01' })
    await plant('office', 'another', '别处 {time}')
    const booked = await agreedCouple(pool, slot)
    const code = groupedCode(booked.code)
    expect((await deliver(pool, NOW)).map(({ text }) => text)).toEqual([`全国 ${code}`, `全国 ${code}`])
    await plant('office', officeId, '本处 {time}', { from: '2026-02-01' })
    await agreedCouple(pool, slot)
    expect((await deliver(pool, NOW)).map(({ text }) => text)).toEqual(['本处 08:00', '本处 08:00'])
    await pool.query('TRUNCATE text_version')
    await plant('national', 'CN', '{documentNumber}')
    await agreedCouple(pool, slot)
    expect((await deliver(pool, NOW)).every(({ text }) => text.includes('约好了'))).toBe(true)
  })

  test('that tell too much are passed over for a quiet service', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    await plant('national', 'CN', '离婚登记 {date}', { key: 'held' })
    await waitingCouple(pool, slot, 'DIVORCE_APPLICATION')
    const letters = await deliver(pool, NOW)
    expect(letters).toHaveLength(2)
    expect(JSON.stringify(letters)).not.toContain('离婚')
  })
})

async function officeOf(database: Pool, slot: number): Promise<string> {
  const { rows } = await database.query<{ id: string }>('SELECT office_id AS id FROM slot WHERE id = $1', [
    slot,
  ])
  return rows[0]?.id ?? ''
}
