import type { OfflineKit } from '#lib/desk/list-offline-day.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { OfflineAnswer, OfflineDay, OfflineMark } from '#lib/domain/offline.ts'
import { keyFrom, seal, unseal } from './seal.ts'
import { dropMark, putMark, putOnShelf, readMarks, readShelf, takeOffShelf } from './workstation-store.ts'

/** A mark with what a person needs to recognise it, and what became of it when it was sent. */
export interface NotedMark {
  readonly mark: OfflineMark
  readonly startTime: string
  /** Masked, as on the list. */
  readonly names: readonly string[]
  readonly answer?: OfflineAnswer
}

/** The day on this workstation. `locked`: it is here, but its key is not. */
export type KeptDay =
  | {
      readonly state: 'open'
      readonly day: OfflineDay
      readonly skewMs: number
      readonly marks: readonly NotedMark[]
    }
  | { readonly state: 'locked'; readonly waiting: number }
  | { readonly state: 'empty' }

/** As long as the sign-in lasts without a touch. */
const IDLE_MS = 15 * 60_000

/** Puts the list of now in place of the one before; what waits to be sent stays. */
export async function keepDay({ owner, secret, day }: OfflineKit): Promise<void> {
  const key = await keyFrom(secret)
  const owned = { owner, date: day.date }
  const skewMs = Date.parse(day.madeAt) - Date.now()
  const hadKey = await readShelf('key')
  const box = await seal(key, day)
  await putOnShelf('day', { ...owned, box, skewMs })
  await putOnShelf('key', { ...owned, key })
  // The server has just said that somebody is at work.
  if (!hadKey) await noteTouch()
}

/** What is kept, as far as it may be seen now: of today, with its key, and not after a quarter of an hour without a touch. */
export async function openDay(): Promise<KeptDay> {
  const kept = await readShelf('day')
  await dropOldMarks()
  if (!kept) return { state: 'empty' }
  if (kept.date !== shanghaiToday(new Date(Date.now() + kept.skewMs))) {
    await forgetDay()
    return { state: 'empty' }
  }
  if (Date.now() - ((await readShelf('touched')) ?? 0) > IDLE_MS) await lockDay()
  const held = await readShelf('key')
  const own = (await readMarks()).filter(({ owner }) => owner === kept.owner)
  const day = held && (await unseal<OfflineDay>(held.key, kept.box))
  if (!held || !day) return { state: 'locked', waiting: own.length }
  const marks = await Promise.all(own.map(({ box }) => unseal<NotedMark>(held.key, box)))
  const readable = marks.filter((mark) => mark !== undefined)
  return { state: 'open', day, skewMs: kept.skewMs, marks: readable.sort(byTime) }
}

/** Keeps a mark, sealed; false when the key has gone in the meantime. */
export async function noteMark(noted: NotedMark): Promise<boolean> {
  const held = await readShelf('key')
  if (!held) return false
  const { owner, date, key } = held
  await putMark({ id: noted.mark.key, owner, date, box: await seal(key, noted) })
  return true
}

/** Throws the key away: until the server gives it again, nobody reads the list here. `isOwed`: the server must hear of it. */
export async function lockDay({ isOwed = false } = {}): Promise<void> {
  if (isOwed) await putOnShelf('owesLock', true)
  await takeOffShelf('key')
}

/** Takes the list and its key off this workstation. */
export async function forgetDay(): Promise<void> {
  await takeOffShelf('key')
  await takeOffShelf('day')
}

/** How many arrivals wait on this workstation, whoever put them down; what nobody has looked at yet is among them. */
export async function countUnsent(): Promise<number> {
  const marks = await readMarks().catch(() => [])
  return marks.length
}

/** Whether a lock has yet to be told to the server. */
export async function isLockOwed(): Promise<boolean> {
  return (await readShelf('owesLock').catch(() => undefined)) === true
}

/** The server has heard of the lock. */
export async function forgiveLock(): Promise<void> {
  await takeOffShelf('owesLock').catch(() => undefined)
}

/** Somebody is at this workstation. */
export function noteTouch(): Promise<void> {
  return putOnShelf('touched', Date.now())
}

async function dropOldMarks(): Promise<void> {
  const kept = await readShelf('day')
  const today = shanghaiToday(new Date(Date.now() + (kept?.skewMs ?? 0)))
  for (const { id, date } of await readMarks()) if (date !== today) await dropMark(id)
}

function byTime(one: NotedMark, other: NotedMark): number {
  return Date.parse(one.mark.at) - Date.parse(other.mark.at)
}
