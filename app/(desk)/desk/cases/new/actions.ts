'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { enterApplication } from '#lib/desk/enter-application.ts'
import type { TypedApplication } from '#lib/desk/propose-application.ts'
import { forgetDeskForm, keepDeskForm, readDeskForm } from '#lib/edge/desk-form.ts'
import { loadStaff, requireStaff } from '#lib/edge/staff-actor.ts'
import { readApplication } from './read-application.ts'

/** Looks at what was typed: the next page tells every date that would follow. */
export async function checkApplication(form: FormData): Promise<void> {
  const officeId = (await loadStaff())?.office?.id ?? ''
  await keepDeskForm('application', { typed: readApplication(form, officeId) })
  await requireStaff('accept-application')
  redirect('/desk/cases/new?check=1')
}

/** Enters what was looked at; then the clock of the law runs. */
export async function startClock(): Promise<void> {
  const { actor, office } = await requireStaff('accept-application')
  const kept = await readDeskForm<TypedApplication>('application')
  if (!kept) redirect('/desk/cases/new')
  const application = { ...kept.typed, officeId: office.id }
  const entered = await enterApplication(pool(), { actor, application, now: new Date() })
  if (!entered.ok) {
    await keepDeskForm('application', { typed: application, refusal: entered })
    redirect('/desk/cases/new?check=1')
  }
  await forgetDeskForm()
  redirect(`/desk/cases/${entered.value.id}?done=accepted`)
}
