'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { answerAlarm } from '#lib/desk/answer-alarm.ts'
import { raiseAlarm } from '#lib/desk/raise-alarm.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'

/** Calls for help from wherever somebody stands; they stay on their page. */
export async function raise(): Promise<void> {
  const { actor, office, window } = await requireStaff('raise-alarm')
  await raiseAlarm(pool(), { actor, officeId: office.id, window, now: new Date() })
  redirect(readDeskPath((await headers()).get('x-asked-path')))
}

/** "I go", or from whoever called: a mistake. Who comes second finds it answered. */
export async function answer(form: FormData): Promise<void> {
  const { actor } = await requireStaff('raise-alarm')
  await answerAlarm(pool(), { actor, alarmId: String(form.get('alarm') ?? ''), now: new Date() })
  redirect(readDeskPath((await headers()).get('x-asked-path')))
}
