import type { PoolClient } from '#lib/db/pool.ts'
import type { AppointmentRecord } from './store.ts'

/** Takes one seat of a slot, from the share that the appointment has its seat from. The CHECKs stand behind it. */
export async function takeSeatFrom(
  client: PoolClient,
  slotId: number,
  pool: AppointmentRecord['pool'],
): Promise<'taken' | 'full' | 'closed'> {
  const { rows } = await client.query<{ taken: boolean }>(
    `WITH seat AS (
       UPDATE slot SET taken = taken + 1, public_taken = public_taken + $2::int
       WHERE id = $1 AND open AND taken < capacity AND public_taken + $2::int <= public_capacity RETURNING id)
     SELECT EXISTS (SELECT FROM seat) AS taken FROM slot WHERE id = $1 AND open`,
    [slotId, pool === 'public' ? 1 : 0],
  )
  if (!rows[0]) return 'closed'
  return rows[0].taken ? 'taken' : 'full'
}

/** Somebody has to agree to the new time; until then an agreed old one is kept. */
export interface MoveWait {
  readonly until: Date
  readonly askedRole: number
  readonly round: number
  readonly hash: Buffer
  readonly keeps: number | undefined
}

/** Puts an appointment into another slot and counts it; false when it has moved on since it was read. */
export async function moveTo(
  client: PoolClient,
  appointment: AppointmentRecord,
  slotId: number,
  wait?: MoveWait,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE appointment SET slot_id = $4, status = $5, held_until = $6, previous_slot_id = $7, asked_role = COALESCE($8, asked_role),
       partner_code_round = COALESCE($9, partner_code_round), partner_code_hash = $10, partner_code_tries = 0,
       move_count = move_count + 1
     WHERE id = $1 AND status = $2 AND slot_id = $3 AND move_count = $11`,
    [
      appointment.id,
      appointment.status,
      appointment.slotId,
      slotId,
      wait ? 'awaiting-partner' : appointment.status,
      wait?.until ?? null,
      wait?.keeps ?? null,
      wait?.askedRole ?? null,
      wait?.round ?? null,
      wait?.hash ?? null,
      appointment.moveCount,
    ],
  )
  return rowCount === 1
}
