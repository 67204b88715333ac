'use server'

import { redirect } from 'next/navigation'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { readLane } from '#lib/domain/lane-input.ts'
import { readQuotas } from '#lib/domain/quota-input.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { proposeChange } from '../propose-change.ts'
import { saidIn } from '../said.ts'
import { readLaneForm } from './lane/lane-form.ts'
import { readQuotaForm } from './quotas/quota-form.ts'

/** A lane as it shall be is looked at: whom would it concern? What is wrong leads back to the form. */
export async function proposeLane(form: FormData): Promise<void> {
  const said = saidIn(form)
  for (const name of ['do', 'at', 'refused']) said.delete(name)
  const { actor, office } = await requireStaff('edit-hours', said.get('office') ?? undefined)
  const now = new Date()
  const typed = readLaneForm(said, shanghaiToday(now))
  if (!typed) redirect('/desk/manage/hours')
  const { lane, errors } = readLane(typed, shanghaiToday(now))
  const back = `/desk/manage/hours/lane?${said}`
  if (errors.length > 0) redirect(back)
  const laneId = said.get('lane')
  await proposeChange({
    actor,
    officeId: office.id,
    change: laneId
      ? { kind: 'lane', laneId, version: Number(said.get('version')), lane }
      : { kind: 'new-lane', lane },
    now,
    back,
  })
}

/** The limits of an office as they shall be are looked at. */
export async function proposeQuotas(form: FormData): Promise<void> {
  const said = saidIn(form)
  for (const name of ['do', 'at', 'refused']) said.delete(name)
  const { actor, office } = await requireStaff('edit-hours', said.get('office') ?? undefined)
  const now = new Date()
  const today = shanghaiToday(now)
  const typed = readQuotaForm(said, today)
  const shown = await showHours(pool(), { actor, officeId: office.id, now })
  if (!typed || !shown.ok) redirect('/desk/manage/hours')
  const { quotas, errors } = readQuotas(typed, {
    known: shown.value.quotas,
    today,
    newId: () => crypto.randomUUID(),
  })
  const back = `/desk/manage/hours/quotas?${said}`
  if (errors.length > 0) redirect(back)
  await proposeChange({ actor, officeId: office.id, change: { kind: 'quotas', quotas }, now, back })
}
