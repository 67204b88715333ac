'use server'

import { refresh } from 'next/cache'
import { pool } from '#lib/db/pool.ts'
import { answerAlarm } from '#lib/desk/answer-alarm.ts'
import { raiseAlarm } from '#lib/desk/raise-alarm.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

// Not a redirect: whoever calls stays where they are, with what they typed, and the frame of the page is drawn anew.

/** Calls for help from wherever somebody stands. */
export async function raise(): Promise<void> {
  const { actor, office, window } = await requireStaff('raise-alarm')
  await raiseAlarm(pool(), { actor, officeId: office.id, window, now: new Date() })
  refresh()
}

/** "I go", or from whoever called: a mistake. Who comes second finds it answered. */
export async function answer(form: FormData): Promise<void> {
  const { actor } = await requireStaff('raise-alarm')
  await answerAlarm(pool(), { actor, alarmId: String(form.get('alarm') ?? ''), now: new Date() })
  refresh()
}
