'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { STAFF_ROLES } from '#lib/domain/permissions.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { keepStaffLink } from '#lib/edge/staff-link.ts'
import { disableStaff } from '#lib/identity/disable-staff.ts'
import { enableStaff } from '#lib/identity/enable-staff.ts'
import { endStaffSession } from '#lib/identity/end-staff-session.ts'
import { endStaffSessions } from '#lib/identity/end-staff-sessions.ts'
import { giveRole } from '#lib/identity/give-role.ts'
import { inviteStaff } from '#lib/identity/invite-staff.ts'
import { staffInvitationSchema } from '#lib/identity/schema.ts'
import { sendStaffLink } from '#lib/identity/send-staff-link.ts'
import { takeRole } from '#lib/identity/take-role.ts'

/** Somebody new; their link is shown once, to whoever invited them. */
export async function invite(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('invite-staff')
  const back = (path: string, reason: string) =>
    redirect(`/desk/staff?${new URLSearchParams({ at: path, wrong: reason })}#invite`)
  const read = staffInvitationSchema.safeParse(Object.fromEntries(form))
  if (!read.success) return back(String(read.error.issues[0]?.path[0] ?? 'username'), 'format')
  const invited = await inviteStaff(pool(), actor, { ...read.data, office, now: new Date() })
  if (!invited.ok) {
    return back(invited.errors?.[0]?.path ?? 'username', invited.errors?.[0]?.reason ?? invited.reason)
  }
  if ('approvalId' in invited.value) redirect('/desk/staff?done=asked')
  const { staffId, token } = invited.value
  await keepStaffLink({ staffId, token, purpose: 'activate' })
  redirect(`/desk/staff/${staffId}`)
}

export async function sendLink(form: FormData): Promise<void> {
  const { actor } = await requireStaff('invite-staff')
  const staffId = textOf(form, 'id')
  const purpose = (['activate', 'reset-password', 'reset-totp'] as const).find(
    (one) => one === form.get('purpose'),
  )
  if (!purpose) redirect(`/desk/staff/${staffId}`)
  const sent = await sendStaffLink(pool(), actor, { staffId, purpose, now: new Date() })
  if (sent.ok) await keepStaffLink({ staffId, token: sent.value, purpose })
  goBack(staffId, sent, 'link')
}

export async function disable(form: FormData): Promise<void> {
  const { actor } = await requireStaff('disable-staff')
  const staffId = textOf(form, 'id')
  goBack(staffId, await disableStaff(pool(), actor, { staffId, now: new Date() }), 'disabled')
}

export async function enable(form: FormData): Promise<void> {
  const { actor } = await requireStaff('disable-staff')
  const staffId = textOf(form, 'id')
  goBack(staffId, await enableStaff(pool(), actor, { staffId, now: new Date() }), 'enabled')
}

export async function endSessions(form: FormData): Promise<void> {
  const { actor } = await requireStaff('end-staff-sessions')
  const staffId = textOf(form, 'id')
  goBack(staffId, await endStaffSessions(pool(), actor, { staffId, now: new Date() }), 'ended')
}

/** Out of one workstation; the others stay. */
export async function endSession(form: FormData): Promise<void> {
  const { actor } = await requireStaff('end-staff-sessions')
  const [staffId, mark] = [textOf(form, 'id'), textOf(form, 'mark')]
  goBack(staffId, await endStaffSession(pool(), actor, { staffId, mark, now: new Date() }), 'endedOne')
}

export async function addRole(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('invite-staff')
  const staffId = textOf(form, 'id')
  const role = ([...STAFF_ROLES, 'nation-admin'] as const).find((one) => one === form.get('role'))
  if (!role) redirect(`/desk/staff/${staffId}`)
  const note = String(form.get('note') ?? '').slice(0, 300)
  const given = await giveRole(pool(), actor, { staffId, role, note, office, now: new Date() })
  goBack(staffId, given, given.ok && given.value === 'asked' ? 'asked' : 'role')
}

export async function dropRole(form: FormData): Promise<void> {
  const { actor } = await requireStaff('invite-staff')
  const staffId = textOf(form, 'id')
  const role = STAFF_ROLES.find((one) => one === form.get('role'))
  const scope = (['national', 'region', 'office'] as const).find((one) => one === form.get('scope'))
  if (!role || !scope) redirect(`/desk/staff/${staffId}`)
  const grant = { role, scope, scopeId: textOf(form, 'scopeId') }
  goBack(staffId, await takeRole(pool(), actor, { staffId, grant, now: new Date() }), 'role')
}

function goBack(staffId: string, result: { readonly ok: true } | Refusal, done: string): never {
  const said = result.ok ? { done } : { wrong: result.errors?.[0]?.reason ?? result.reason }
  redirect(`/desk/staff/${encodeURIComponent(staffId)}?${new URLSearchParams(said)}`)
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 100)
}
