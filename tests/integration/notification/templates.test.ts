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

describe('templates', () => {
  async function plant(scope: string, scopeId: string, body: string, change: Record<string, unknown> = {}) {
    const row = {
      event: 'confirmed',
      role: null,
      valid_from: '2026-01-01',
      valid_to: null,
      locale: 'zh-CN',
      medium: 'sms',
      ...change,
    }
    await pool.query(
      `INSERT INTO message_template (id, scope, scope_id, event, role, locale, medium, body, valid_from, valid_to, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'test')`,
      [
        randomUUID(),
        scope,
        scopeId,
        row.event,
        row.role,
        row.locale,
        row.medium,
        body,
        row.valid_from,
        row.valid_to,
      ],
    )
  }

  test('of the narrowest place in force take the place of our words; a wrong one does not', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const officeId = await officeOf(pool, slot)
    await plant('national', 'CN', '全国 {code}')
    await plant('office', officeId, '本处 {time}', { role: 2 })
    await plant('office', officeId, '旧的 {time}', { valid_to: '2026-10-01' })
    await plant('office', 'another', '别处 {time}')
    const booked = await agreedCouple(pool, slot)
    expect((await deliver(pool, NOW)).map(({ text }) => text)).toEqual([
      `全国 ${groupedCode(booked.code)}`,
      '本处 08:00',
    ])
    await pool.query('TRUNCATE message_template')
    await plant('national', 'CN', '{documentNumber}')
    await agreedCouple(pool, slot)
    expect((await deliver(pool, NOW)).every(({ text }) => text.includes('约好了'))).toBe(true)
  })

  test('that tell too much are passed over for a quiet service', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    await plant('national', 'CN', '离婚登记 {date}', { event: 'held' })
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
