import { soldOutSlots } from './sold-out-slots.ts'

/** Whether a slot was found full within the last second. */
export function isSoldOut(slotId: number, now: Date): boolean {
  const until = soldOutSlots().get(slotId)
  if (until === undefined) return false
  if (until > now.getTime()) return true
  soldOutSlots().delete(slotId)
  return false
}
