'use server'

import { redirect } from 'next/navigation'
import { pauseWebhook } from '#lib/booking/pause-webhook.ts'
import { rotateWebhookSecret } from '#lib/booking/rotate-webhook-secret.ts'
import { setChannelWebhook } from '#lib/booking/set-channel-webhook.ts'
import { tryChannelWebhook } from '#lib/booking/try-channel-webhook.ts'
import { pool } from '#lib/db/pool.ts'
import { WEBHOOK_EVENTS } from '#lib/domain/channel.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { forgetShownSecret, keepShownSecret } from '#lib/edge/shown-secret.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { editChannel } from '#lib/identity/edit-channel.ts'
import { issueChannelKey } from '#lib/identity/issue-channel-key.ts'
import { makeChannel } from '#lib/identity/make-channel.ts'
import { revokeChannelKey } from '#lib/identity/revoke-channel-key.ts'
import { readChannelForm } from './read-channel-form.ts'

const LIST = '/desk/manage/channels'

export async function addChannel(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const input = readChannelForm(form)
  if ('wrong' in input) redirect(`${LIST}?wrong=${input.wrong}#make`)
  const regionCode = textOf(form, 'region') || null
  const made = await makeChannel(pool(), { actor, regionCode, input, now: new Date() })
  redirect(made.ok ? `${LIST}/${made.value}?done=made` : `${LIST}?wrong=region#make`)
}

export async function saveChannel(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const channelId = textOf(form, 'id')
  const input = readChannelForm(form)
  if ('wrong' in input) redirect(`${LIST}/${channelId}?wrong=${input.wrong}`)
  const active = form.get('active') === 'on'
  goBack(channelId, await editChannel(pool(), { actor, channelId, input, active, now: new Date() }), 'saved')
}

/** A new key, shown once; `overlap` says what becomes of those before. */
export async function issueKey(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const channelId = textOf(form, 'id')
  const overlap = textOf(form, 'overlap')
  const overlapDays = /^\d{1,2}$/.test(overlap) ? Number(overlap) : undefined
  const issued = await issueChannelKey(pool(), { actor, channelId, overlapDays, now: new Date() })
  if (issued.ok) await keepShownSecret({ channelId, kind: 'key', value: issued.value.key })
  goBack(channelId, issued, 'issued')
}

export async function revokeKey(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const [channelId, keyId] = [textOf(form, 'id'), textOf(form, 'key')]
  goBack(channelId, await revokeChannelKey(pool(), { actor, channelId, keyId, now: new Date() }), 'revoked')
}

export async function saveWebhook(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const channelId = textOf(form, 'id')
  const url = textOf(form, 'url').trim() || null
  const chosen = WEBHOOK_EVENTS.filter((event) => form.get(`event-${event}`) === 'on')
  const events = chosen.length === WEBHOOK_EVENTS.length ? [] : chosen
  if (url && chosen.length === 0) redirect(`${LIST}/${channelId}?wrong=no-events#webhook`)
  const set = await setChannelWebhook(pool(), { actor, channelId, url, events, now: new Date() })
  if (set.ok && set.value.secret)
    await keepShownSecret({ channelId, kind: 'webhook', value: set.value.secret })
  goBack(channelId, set, url ? 'webhook' : 'webhookOff')
}

export async function changeSecret(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const channelId = textOf(form, 'id')
  const overlapDays = Number(textOf(form, 'signsFor'))
  const drawn = await rotateWebhookSecret(pool(), { actor, channelId, overlapDays, now: new Date() })
  if (drawn.ok) await keepShownSecret({ channelId, kind: 'webhook', value: drawn.value })
  goBack(channelId, drawn, 'secret')
}

export async function pause(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const [channelId, paused] = [textOf(form, 'id'), form.get('paused') === 'yes']
  const set = await pauseWebhook(pool(), { actor, channelId, paused, now: new Date() })
  goBack(channelId, set, paused ? 'paused' : 'resumed')
}

export async function tryOut(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-channels')
  const channelId = textOf(form, 'id')
  const tried = await tryChannelWebhook(pool(), { actor, channelId, now: new Date() })
  if (!tried.ok) goBack(channelId, tried, '')
  const { delivered, httpStatus, fault } = tried.value
  const said = new URLSearchParams({
    tried: delivered ? 'yes' : 'no',
    why: String(httpStatus ?? fault ?? ''),
  })
  redirect(`${LIST}/${channelId}?${said}#webhook`)
}

/** What was shown has been copied and goes away. */
export async function putAway(form: FormData): Promise<void> {
  await requireStaff('see-channels')
  await forgetShownSecret()
  redirect(`${LIST}/${encodeURIComponent(textOf(form, 'id'))}`)
}

function goBack(channelId: string, result: { readonly ok: true } | Refusal, done: string): never {
  const said = result.ok ? { done } : { wrong: result.errors?.[0]?.reason ?? result.reason }
  redirect(`${LIST}/${encodeURIComponent(channelId)}?${new URLSearchParams(said)}`)
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 2000)
}
