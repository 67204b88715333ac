import type { Pool } from 'pg'
import type { PartyFacts } from '#lib/domain/party.ts'
import { SERVICES, type Service } from '#lib/domain/service.ts'
import type { TestFixtures } from './test.ts'

type Means = Pick<TestFixtures, 'openOffice' | 'hotline'> & { readonly database: Pool }

/**
 * An office with one window and couples who have agreed to a time that begins now: they are booked for another day, as
 * everybody must, and their time is brought to today.
 */
export async function plantDeskDay(
  { openOffice, hotline, database }: Means,
  couples: readonly { readonly people: readonly [PartyFacts, PartyFacts]; readonly service: Service }[],
): Promise<{ readonly officeId: string; readonly codes: readonly string[] }> {
  const { officeId, slots } = await openOffice({ services: SERVICES })
  const codes: string[] = []
  for (const [index, { people, service }] of couples.entries()) {
    const slotId = slots[index]?.id ?? 0
    const booked = await hotline.book({ slotId, service, parties: people })
    await hotline.confirm(booked, people[1])
    await database.query(
      `UPDATE slot SET date = (now() AT TIME ZONE 'Asia/Shanghai')::date,
         start_time = to_char(now() AT TIME ZONE 'Asia/Shanghai' + $2 * interval '1 minute', 'HH24:MI'),
         end_time = to_char(now() AT TIME ZONE 'Asia/Shanghai' + $2 * interval '1 minute' + interval '15 minutes', 'HH24:MI')
       WHERE id = $1`,
      [slotId, index],
    )
    codes.push(booked.code)
  }
  await database.query(
    `INSERT INTO desk_window (office_id, name, services, position, open) VALUES ($1, '1', $2, 1, true)`,
    [officeId, SERVICES],
  )
  return { officeId, codes }
}

/** Lets somebody of the demo work at an office too. */
export async function lendStaff(
  database: Pool,
  username: string,
  role: string,
  officeId: string,
): Promise<void> {
  await database.query(
    `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at)
     SELECT id, $2, 'office', $3, now() FROM staff WHERE username = $1`,
    [username, role, officeId],
  )
}
