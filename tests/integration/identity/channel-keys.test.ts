import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { pauseWebhook } from '#lib/booking/pause-webhook.ts'
import { rotateWebhookSecret } from '#lib/booking/rotate-webhook-secret.ts'
import { setChannelWebhook } from '#lib/booking/set-channel-webhook.ts'
import { showChannelWebhook } from '#lib/booking/show-channel-webhook.ts'
import { tryChannelWebhook } from '#lib/booking/try-channel-webhook.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { editChannel } from '#lib/identity/edit-channel.ts'
import { findChannel } from '#lib/identity/find-channel.ts'
import { issueChannelKey } from '#lib/identity/issue-channel-key.ts'
import { listChannels } from '#lib/identity/list-channels.ts'
import { makeChannel } from '#lib/identity/make-channel.ts'
import { revokeChannelKey } from '#lib/identity/revoke-channel-key.ts'
import { showChannel } from '#lib/identity/show-channel.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { employ } from './fixtures/staff.ts'
import { actorOf, actsAbout, OFFICE } from './fixtures/staff-office.ts'

const { pool } = await openTestDatabase()

const NOW = new Date('2026-11-23T01:00:00Z')
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const DAY = 86_400
const INPUT = {
  name: '安心小程序',
  kind: 'mini-program',
  scopes: ['read', 'book'],
  ratePerMinute: 60,
} as const
const input = { ...INPUT, scopes: [...INPUT.scopes] }

const hire = async (grant: StaffGrant) =>
  actorOf((await employ(pool, { grants: [grant], now: NOW })).id, [grant])
const ofRegion = (role: StaffGrant['role'], scopeId: string) => hire({ role, scope: 'region', scopeId })
const admin = await ofRegion('province-admin', '330000')
const city = await ofRegion('city-admin', '330500')
const elsewhere = await ofRegion('province-admin', '440000')

const make = async () =>
  accepted(await makeChannel(pool, { actor: admin, regionCode: '330000', input, now: NOW }))
const issue = async (channelId: string, overlapDays?: number, now = NOW) =>
  accepted(await issueChannelKey(pool, { actor: admin, channelId, overlapDays, now })).key

describe('a channel', () => {
  test('is looked after by administrators of its place, seen by those it serves, and hidden from others', async () => {
    const channelId = await make()
    const change = { channelId, input: { ...input, ratePerMinute: 90 }, active: true, now: NOW }
    for (const actor of [city, elsewhere])
      expect(await editChannel(pool, { ...change, actor })).toMatchObject({ reason: 'not-allowed' })
    expect(await makeChannel(pool, { actor: admin, regionCode: null, input, now: NOW })).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await editChannel(pool, { ...change, actor: admin })).toMatchObject({ ok: true })
    const about = { office: OFFICE, channelId, now: NOW }
    expect(await showChannel(pool, { ...about, actor: city })).toMatchObject({
      value: { mayEdit: false, channel: { ratePerMinute: 90 } },
    })
    expect(await showChannel(pool, { ...about, actor: admin })).toMatchObject({ value: { mayEdit: true } })
    const far = { id: 'far', regionCode: '440311' }
    const there = await listChannels(pool, { actor: elsewhere, office: far, now: NOW })
    expect(there).toEqual({ ok: true, value: [] })
    expect(await issueChannelKey(pool, { actor: elsewhere, channelId, now: NOW })).toMatchObject({
      ok: false,
    })
    expect(await actsAbout(pool, channelId)).toEqual(['channel-made', 'channel-changed'])
  })

  test('opens by a key that is stored as its hash alone; a revoked one opens nothing a second later', async () => {
    const channelId = await make()
    const key = await issue(channelId)
    const { rows } = await pool.query('SELECT k::text FROM channel_key k WHERE channel_id = $1', [channelId])
    expect(JSON.stringify(rows)).not.toContain(key.slice(8))
    expect(await findChannel(key, at(1))).toMatchObject({ id: channelId, ratePerMinute: 60 })
    const shown = accepted(await showChannel(pool, { actor: admin, office: OFFICE, channelId, now: at(2) }))
    expect(shown.keys).toMatchObject([{ prefix: key.slice(0, 8), state: 'works', lastUsedAt: at(1) }])
    const keyId = shown.keys[0]?.id ?? ''
    const revoking = { channelId, keyId, now: at(2) }
    expect(await revokeChannelKey(pool, { ...revoking, actor: city })).toMatchObject({ ok: false })
    expect(await revokeChannelKey(pool, { ...revoking, actor: admin })).toEqual({ ok: true, value: true })
    expect(await revokeChannelKey(pool, { ...revoking, actor: admin })).toMatchObject({ reason: 'not-found' })
    expect(await findChannel(key, at(3))).toBeUndefined()
  })

  test('changes its key without a gap, or at once, and keeps at most five', async () => {
    const channelId = await make()
    const old = await issue(channelId)
    const fresh = await issue(channelId, 7)
    for (const key of [old, fresh])
      expect(await findChannel(key, at(6 * DAY))).toMatchObject({ id: channelId })
    expect(await findChannel(old, at(7 * DAY))).toBeUndefined()
    expect(await findChannel(fresh, at(7 * DAY))).toBeDefined()
    const last = await issue(channelId, 0, at(8 * DAY))
    expect(await findChannel(fresh, at(8 * DAY + 1))).toBeUndefined()
    expect(await findChannel(last, at(8 * DAY + 1))).toBeDefined()
    for (let more = 0; more < 4; more += 1) await issue(channelId, undefined, at(8 * DAY))
    const sixth = { actor: admin, channelId, now: at(8 * DAY) }
    expect(await issueChannelKey(pool, sixth)).toMatchObject({ errors: [{ reason: 'too-many-keys' }] })
    expect(await issueChannelKey(pool, { ...sixth, overlapDays: 5 })).toMatchObject({
      errors: [{ reason: 'wrong-value' }],
    })
    await editChannel(pool, { actor: admin, channelId, input, active: false, now: at(9 * DAY) })
    expect(await findChannel(last, at(9 * DAY + 1))).toBeUndefined()
  })
})

test('notices: a secret once, both secrets while it is changed, paused, tried, never read', async () => {
  const heard: string[] = []
  const receiver = createServer((request, response) => {
    heard.push(String(request.headers['webhook-signature']))
    response.writeHead(204).end()
  })
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
  const url = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`
  const channelId = await make()
  const set = { actor: admin, channelId, now: NOW }
  expect(await setChannelWebhook(pool, { ...set, url: 'ftp://x.example', events: [] })).toMatchObject({
    ok: false,
  })
  expect(await setChannelWebhook(pool, { ...set, actor: city, url, events: [] })).toMatchObject({
    reason: 'not-allowed',
  })
  const first = accepted(await setChannelWebhook(pool, { ...set, url, events: [] }))
  expect(first.secret).toMatch(/^whsec_/)
  expect(await setChannelWebhook(pool, { ...set, url, events: ['cancelled'] })).toEqual({
    ok: true,
    value: {},
  })
  expect(await tryChannelWebhook(pool, set)).toMatchObject({ value: { delivered: true, httpStatus: 204 } })
  const second = accepted(await rotateWebhookSecret(pool, { ...set, overlapDays: 1 }))
  expect(second).not.toBe(first.secret)
  await tryChannelWebhook(pool, set)
  await tryChannelWebhook(pool, { ...set, now: at(DAY) })
  expect(heard.map((signature) => signature.split(' ').length)).toEqual([1, 2, 1])
  await pauseWebhook(pool, { ...set, paused: true })
  const seen = accepted(await showChannelWebhook(pool, { ...set, office: OFFICE }))
  expect(seen).toMatchObject({ url, events: ['cancelled'], pausedAt: NOW, oldUntil: at(DAY), deliveries: [] })
  expect(JSON.stringify(seen)).not.toContain('whsec_')
  expect(await setChannelWebhook(pool, { ...set, url: null, events: [] })).toEqual({ ok: true, value: {} })
  expect(await tryChannelWebhook(pool, set)).toMatchObject({ errors: [{ reason: 'no-webhook' }] })
  receiver.close()
})
