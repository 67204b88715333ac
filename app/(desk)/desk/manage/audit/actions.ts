'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { openPersonTrail } from '#lib/desk/open-person-trail.ts'
import { keepDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Looks up one person. The number stands in no address and is not kept: only what it is compared by, sealed. */
export async function lookUpPerson(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('see-trail')
  const indexes = await openPersonTrail(pool(), {
    actor,
    officeId: office.id,
    number: String(form.get('number') ?? ''),
    reason: String(form.get('reason') ?? ''),
    now: new Date(),
  })
  if (!indexes.ok) redirect('/desk/manage/audit?wrong=person')
  await keepDeskForm('trail', { typed: indexes.value.map((index) => index.toString('base64')) })
  redirect(`/desk/manage/audit?person=1${form.get('where') === 'wide' ? '&where=wide' : ''}`)
}
