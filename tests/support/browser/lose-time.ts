import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

/** An office cannot hold the time of an appointment: another is kept for its people, or it stays good without one. */
export async function loseTime(database: Pool, code: string, became: 'offered' | 'stands'): Promise<void> {
  const changeId = randomUUID()
  const reason = JSON.stringify({ 'zh-CN': '停电', 'zh-Hant': '停電', en: 'power cut' })
  await database.query(
    `INSERT INTO capacity_change (id, office_id, kind, change, picture, picture_hash, choice, reason, made_by, made_at)
     SELECT $1, office_id, 'closure', '{}', '{}', '', 'move', $3, $1, now() FROM appointment WHERE code = $2`,
    [changeId, code, reason],
  )
  await database.query(
    `WITH kept AS (
       UPDATE slot s SET taken = s.taken + 1, public_taken = s.public_taken + (a.pool = 'public')::int
       FROM appointment a JOIN slot o ON o.id = a.slot_id
       WHERE a.code = $2 AND $3 = 'offered' AND s.id = (
         SELECT n.id FROM slot n WHERE n.lane_id = o.lane_id AND n.date > o.date AND n.taken < n.capacity AND n.public_taken < n.public_capacity
         ORDER BY n.date, n.start_time LIMIT 1)
       RETURNING s.id)
     INSERT INTO changed_appointment (change_id, appointment_id, position, state, has_contact, from_slot_id, slot_id, answer_by)
     SELECT $1, id, 1, $3, true, slot_id, (SELECT id FROM kept), now() + interval '2 days' FROM appointment WHERE code = $2`,
    [changeId, code, became],
  )
  if (became === 'stands')
    await database.query(
      `INSERT INTO open_pass (appointment_id, change_id, office_id, "from", until)
       SELECT id, $1, office_id, current_date + 5, current_date + 19 FROM appointment WHERE code = $2`,
      [changeId, code],
    )
}
