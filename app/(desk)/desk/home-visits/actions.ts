'use server'

import { redirect } from 'next/navigation'
import { readVisitForm } from '#app/(couple)/home-visit/visit-form.ts'
import { pool } from '#lib/db/pool.ts'
import { askHomeVisit } from '#lib/desk/ask-home-visit.ts'
import { endHomeVisit } from '#lib/desk/end-home-visit.ts'
import { planHomeVisit } from '#lib/desk/plan-home-visit.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { forgetTyped, keepTyped } from '#lib/edge/typed-form.ts'

/** Somebody asks on the telephone; the clerk writes it down. */
export async function writeDown(form: FormData): Promise<void> {
  const staff = await requireStaff('see-home-visits')
  const typed = readVisitForm(form)
  await keepTyped('home-visit', staff, typed)
  const { key, officeId: _, ...input } = typed
  const { actor, office } = staff
  const wish = { actor, officeId: office.id, input, key, locale: 'zh-CN', now: new Date() } as const
  const asked = await askHomeVisit(pool(), wish)
  if (!asked.ok)
    redirect(`/desk/home-visits/new?${asked.reason === 'invalid-input' ? 'wrong=1' : 'refused=1'}`)
  await forgetTyped('home-visit')
  redirect(`/desk/home-visits/${asked.value.id}`)
}

/** Sends two clerks to a visit. */
export async function planVisit(form: FormData): Promise<void> {
  const { actor } = await requireStaff('plan-home-visit')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 60)
  const visitId = read('visit')
  const [visitOn, startTime, first, second] = [
    read('visitOn'),
    read('startTime'),
    read('staffIds.0'),
    read('staffIds.1'),
  ]
  const planned = await planHomeVisit(pool(), {
    actor,
    visitId,
    version: Number(read('version')),
    visitOn,
    startTime,
    staffIds: [first, second],
    isConfirmed: form.has('confirmed'),
    now: new Date(),
  })
  goBack(visitId, planned, 'planned', planned.ok ? {} : { visitOn, startTime, first, second })
}

/** The visit was made, is refused, or no longer wished for. */
export async function endVisit(form: FormData): Promise<void> {
  const { actor } = await requireStaff('see-home-visits')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 60)
  const visitId = read('visit')
  const ended = await endHomeVisit(pool(), {
    actor,
    visitId,
    version: Number(read('version')),
    end: read('end'),
    reason: read('reason'),
    now: new Date(),
  })
  goBack(visitId, ended, 'ended')
}

function goBack(
  visitId: string,
  result: { readonly ok: true } | Refusal,
  done: string,
  typed: Readonly<Record<string, string>> = {},
): never {
  const said: Record<string, string> = result.ok
    ? { done }
    : { refused: result.errors?.[0]?.reason ?? result.reason, at: result.errors?.[0]?.path ?? '' }
  redirect(`/desk/home-visits/${encodeURIComponent(visitId)}?${new URLSearchParams({ ...said, ...typed })}`)
}
