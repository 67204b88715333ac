'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { withdrawHomeVisit } from '#lib/desk/withdraw-home-visit.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'

const PAGE = '/home-visit/own'

/** Takes a request back. */
export async function withdraw(form: FormData): Promise<void> {
  const actor = await requireActor(PAGE)
  if (!(await mayWrite(actor))) redirect(`${PAGE}?refused=rate-limited`)
  const visitId = String(form.get('visit') ?? '')
  const ended = await withdrawHomeVisit(pool(), { actor, visitId, now: new Date() })
  redirect(ended.ok ? `${PAGE}?done=1` : `${PAGE}?refused=${ended.reason}`)
}
