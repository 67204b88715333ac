import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { hashToken } from '#lib/identity/hash-token.ts'
import { goTo, type JourneyWish, send } from './journey.ts'
import type { TestOffice } from './plant-test-office.ts'

/** Every place of an office is taken, from one moment to the next. */
async function fillOffice(database: Pool, { officeId }: TestOffice): Promise<void> {
  await database.query(
    'UPDATE slot SET taken = capacity, public_taken = public_capacity WHERE office_id = $1',
    [officeId],
  )
}

/** Answers everything; then the office is full, and what is left is to stand in line for it. */
export async function comeTooLate(page: Page, database: Pool, wish: JourneyWish): Promise<void> {
  await goTo(page, 'answers', wish)
  await fillOffice(database, wish.office)
  await page.goto('/waiting/join')
  await send(page)
  await page.waitForURL('**/waiting/answers')
}

/** The place in line of who has just joined at an office, and the token of a link by which it can be left. */
export async function readPlace(
  database: Pool,
  { officeId }: TestOffice,
): Promise<{ entry: string; leave: string }> {
  const { rows } = await database.query<{ entry: string }>(
    'SELECT entry_id AS entry FROM waiting_wish WHERE office_id = $1',
    [officeId],
  )
  const entry = rows[0]?.entry ?? ''
  const leave = `link-${entry}`
  await database.query('UPDATE waiting_entry SET leave_hash = $2 WHERE id = $1', [entry, hashToken(leave)])
  return { entry, leave }
}

/** One of the office's seats came free and is held for a couple. */
export async function offerSeat(database: Pool, { slots }: TestOffice, entry: string): Promise<void> {
  await database.query(
    `WITH offered AS (UPDATE waiting_entry SET status = 'offered' WHERE id = $2 RETURNING id)
     INSERT INTO returned_seat (id, slot_id, office_id, pool, cool_until, entry_id, offer_until, created_at)
     SELECT gen_random_uuid(), s.id, s.office_id, 'public', now(), offered.id, now() + interval '3 hours', now()
     FROM slot s, offered WHERE s.id = $1`,
    [slots[0]?.id, entry],
  )
}
