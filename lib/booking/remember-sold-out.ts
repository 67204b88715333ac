import { once } from '#lib/db/once.ts'

const KNOWN_FOR_MS = 1000

/** Slots found full, and until when that is believed without asking again (milliseconds since 1970). */
export const soldOutSlots = once('sold-out-slots', () => new Map<number, number>())

/** A slot was full: for a second most of a rush is answered without touching the row. */
export function rememberSoldOut(slotId: number, now: Date): void {
  soldOutSlots.set(slotId, now.getTime() + KNOWN_FOR_MS)
}
