'use server'

import { redirect } from 'next/navigation'
import { withdrawApproval } from '#lib/approval/withdraw-approval.ts'
import { pool } from '#lib/db/pool.ts'
import { askExport } from '#lib/desk/ask-export.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

const PAGE = '/desk/manage/exports'

/** A list is asked for; another person answers on the page of requests. */
export async function ask(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('export-people')
  const [from, until, reason] = ['from', 'until', 'reason'].map((name) =>
    String(form.get(name) ?? '').slice(0, 300),
  ) as [string, string, string]
  const asked = await askExport(pool(), { actor, officeId: office.id, from, until, reason, now: new Date() })
  if (asked.ok) redirect(`${PAGE}?done=asked`)
  const [error] = asked.errors ?? []
  const typed = { from, until, reason }
  redirect(
    `${PAGE}?${new URLSearchParams({ ...typed, at: error?.path ?? 'from', wrong: error?.reason ?? 'other' })}`,
  )
}

export async function withdraw(form: FormData): Promise<void> {
  const { actor } = await requireStaff('export-people')
  const id = String(form.get('id') ?? '').slice(0, 60)
  const gone = await withdrawApproval(pool(), { actor, id, now: new Date() })
  redirect(
    gone.ok ? `${PAGE}?done=withdrawn` : `${PAGE}?at=list&wrong=${gone.errors?.[0]?.reason ?? gone.reason}`,
  )
}
