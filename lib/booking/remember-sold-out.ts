import { once } from '#lib/db/once.ts'

const KNOWN_FOR_MS = 1000

const soldOut = once('sold-out-slots', () => new Map<number, number>())

/** Whether a slot was found full within the last second: most of a rush is answered without touching the row. */
export function isSoldOut(slotId: number, now: Date): boolean {
  const until = soldOut.get(slotId)
  if (until === undefined) return false
  if (until > now.getTime()) return true
  soldOut.delete(slotId)
  return false
}

export function rememberSoldOut(slotId: number, now: Date): void {
  soldOut.set(slotId, now.getTime() + KNOWN_FOR_MS)
}

/** A seat came free: the next one who asks must not hear yesterday's answer. */
export function reopenSlots(slotIds: readonly number[]): void {
  for (const id of slotIds) soldOut.delete(id)
}
