'use server'

import { redirect } from 'next/navigation'
import { requestCorrection } from '#lib/booking/request-correction.ts'
import { pool } from '#lib/db/pool.ts'
import { CORRECTION_LENGTH } from '#lib/domain/correction.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'

/** Hands what is wrong to the office. Who presses twice has asked once; the page shows how it stands. */
export async function ask(code: string, form: FormData): Promise<void> {
  const page = `/appointment/${encodeURIComponent(code)}/correction`
  const actor = await requireActor(page)
  if (!(await mayWrite(actor))) redirect(page)
  const text = String(form.get('text') ?? '').slice(0, 4 * CORRECTION_LENGTH)
  const asked = await requestCorrection(pool(), { actor, code, text, now: new Date() })
  const [error] = asked.ok ? [] : (asked.errors ?? [])
  redirect(error?.path === 'text' ? `${page}?wrong=${error.reason}` : page)
}
