'use server'

import { redirect } from 'next/navigation'
import { keepDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

const LONGEST = 60

/** Looks for a receipt or a person. Numbers of documents stand in no address: those are kept in histories and logs. */
export async function searchFor(form: FormData): Promise<void> {
  await requireStaff('see-cases')
  const typed = String(form.get('q') ?? '')
    .trim()
    .slice(0, LONGEST)
  await keepDeskForm('search', { typed })
  redirect(typed ? '/desk/cases?search=1' : '/desk/cases')
}
