import { soldOutSlots } from './sold-out-slots.ts'

const KNOWN_FOR_MS = 1000

/** A slot was full: for a second most of a rush is answered without touching the row. */
export function rememberSoldOut(slotId: number, now: Date): void {
  soldOutSlots().set(slotId, now.getTime() + KNOWN_FOR_MS)
}
