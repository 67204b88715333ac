import { once } from '#lib/db/once.ts'

/** Slots found full, and until when that is believed without asking again (milliseconds since 1970). */
export function soldOutSlots(): Map<number, number> {
  return once('sold-out-slots', () => new Map<number, number>())
}
