'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { noteFix } from '#lib/numbers/note-fix.ts'

/** Keeps what was done about a problem. */
export async function keepFix(form: FormData): Promise<void> {
  const { actor } = await requireStaff('note-fix')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 400)
  const input = {
    month: read('month'),
    kind: read('kind'),
    code: read('code'),
    text: read('text'),
    fixedOn: read('fixedOn'),
  }
  const at = read('at')
  const noted = await noteFix(pool(), { actor, at, input, now: new Date() })
  const said: Record<string, string> = noted.ok
    ? { done: '1' }
    : { wrong: noted.errors?.[0]?.reason ?? 'other' }
  redirect(`/desk/manage/numbers/problems?${new URLSearchParams({ at, month: input.month, ...said })}`)
}
