import { hash } from 'node:crypto'
import { database } from '#lib/db/transaction.ts'
import { type ChannelRow, selectChannel, touchKey } from './store.ts'

const FRESH_MS = 1000
const TOUCH_EVERY_MS = 60_000
const KEY = /^yd_[\w-]{16,128}$/

export type Channel = ChannelRow

interface Finding {
  readonly askedAt: number
  readonly channel: Promise<Channel | undefined>
}

// One query a second and key at most, however many requests carry it. Keys that open nothing are not kept, so that
// guessing cannot fill the memory.
const findings = new Map<string, Finding>()

/**
 * The channel that an API key opens. A key revoked or a channel switched off in the database opens nothing a second later
 * at the latest. That the key is in use is noted once a minute.
 */
export function findChannel(key: string, now: Date): Promise<Channel | undefined> {
  if (!KEY.test(key)) return Promise.resolve(undefined)
  const name = hash('sha256', key, 'base64')
  const known = findings.get(name)
  if (known && Math.abs(now.getTime() - known.askedAt) < FRESH_MS) return known.channel
  const finding = { askedAt: now.getTime(), channel: lookUp(Buffer.from(name, 'base64'), now) }
  findings.set(name, finding)
  forgetUnlessFound(name, finding)
  return finding.channel
}

async function lookUp(keyHash: Buffer<ArrayBuffer>, now: Date): Promise<Channel | undefined> {
  const channel = await selectChannel(database(), keyHash, now)
  if (!channel) return undefined
  const { keyId, keyUsedAt } = channel
  const isDue = !keyUsedAt || now.getTime() - keyUsedAt.getTime() >= TOUCH_EVERY_MS
  // What is only noted must not keep a request from being answered.
  if (isDue) await touchKey(database(), keyId, now).catch(() => undefined)
  return channel
}

async function forgetUnlessFound(name: string, finding: Finding): Promise<void> {
  const channel = await finding.channel.catch(() => undefined)
  if (!channel && findings.get(name) === finding) findings.delete(name)
}
