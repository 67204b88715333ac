'use server'

import { redirect } from 'next/navigation'
import { withdrawApproval } from '#lib/approval/withdraw-approval.ts'
import { pool } from '#lib/db/pool.ts'
import { APPROVAL_KINDS } from '#lib/domain/approval.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { DECIDERS } from './deciders.ts'

/** Agrees to a request of somebody else, or refuses it with a reason. */
export async function answerRequest(form: FormData): Promise<void> {
  const { actor } = await requireStaff('see-approvals')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const kind = APPROVAL_KINDS.find((one) => one === read('kind'))
  const [id, approve] = [read('id'), read('answer') === 'approve']
  const answer = { actor, id, approve, answer: read(`reason-${id}`), now: new Date() }
  const answered = kind && (await DECIDERS[kind](pool(), answer))
  if (answered && !answered.ok) redirect(faultAddress(id, answered))
  redirect(`/desk/manage/approvals?done=${approve ? 'approved' : 'refused'}`)
}

/** Takes back what one has asked for oneself. */
export async function withdrawRequest(form: FormData): Promise<void> {
  const { actor } = await requireStaff('see-approvals')
  const id = String(form.get('id'))
  const withdrawn = await withdrawApproval(pool(), { actor, id, now: new Date() })
  redirect(withdrawn.ok ? '/desk/manage/approvals?done=withdrawn' : faultAddress(id, withdrawn))
}

function faultAddress(id: string, { reason, errors }: Refusal): string {
  const [fault] = errors ?? []
  const field = fault?.path === 'answer' ? { field: `reason-${id}` } : {}
  return `/desk/manage/approvals?${new URLSearchParams({ at: id, ...field, fault: fault?.reason ?? reason })}`
}
