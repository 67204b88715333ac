'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { endDevice } from '#lib/desk/end-device.ts'
import { makeDevice } from '#lib/desk/make-device.ts'
import { isDeviceKind } from '#lib/domain/device.ts'
import { keepDeviceLink } from '#lib/edge/device-cookie.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** A new screen; its link is shown once, to whoever made it. */
export async function addDevice(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('pair-device')
  const [kind, name] = [form.get('kind'), String(form.get('name') ?? '')]
  if (!isDeviceKind(kind)) redirect('/desk/devices')
  const window = String(form.get('window') ?? '')
  const made = await makeDevice(pool(), { actor, officeId: office.id, kind, name, window, now: new Date() })
  if (!made.ok)
    redirect(`/desk/devices?wrong=${made.errors?.[0]?.path === 'window' ? 'window' : 'name'}#make`)
  await keepDeviceLink({ deviceId: made.value.id, token: made.value.token })
  redirect('/desk/devices')
}

export async function closeDevice(form: FormData): Promise<void> {
  const { actor } = await requireStaff('pair-device')
  const deviceId = String(form.get('id') ?? '').slice(0, 60)
  const ended = await endDevice(pool(), { actor, deviceId, now: new Date() })
  redirect(ended.ok ? '/desk/devices?done=ended' : '/desk/devices')
}
