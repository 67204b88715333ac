import { soldOutSlots } from './sold-out-slots.ts'

/** A seat came free: the next one who asks must not hear yesterday's answer. */
export function reopenSlots(slotIds: readonly number[]): void {
  for (const id of slotIds) soldOutSlots().delete(id)
}
