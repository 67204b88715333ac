import type { Pool, PoolClient } from 'pg'

/** Keeps or clears what one of the two asks of the desk. */
export async function putCare(
  client: PoolClient,
  row: { readonly appointmentId: string; readonly role: number; readonly sealed: Buffer | null },
): Promise<void> {
  await client.query('UPDATE party SET care = $3 WHERE appointment_id = $1 AND role = $2', [
    row.appointmentId,
    row.role,
    row.sealed,
  ])
}

/** What has been asked: of one role, or of both when none is named. Read apart from the views of an appointment. */
export async function listCare(
  database: Pool | PoolClient,
  appointmentId: string,
  role?: number,
): Promise<{ role: number; sealed: Buffer }[]> {
  const { rows } = await database.query<{ role: number; sealed: Buffer }>(
    `SELECT role, care AS sealed FROM party
     WHERE appointment_id = $1 AND care IS NOT NULL AND role = COALESCE($2, role) ORDER BY role`,
    [appointmentId, role ?? null],
  )
  return rows
}
