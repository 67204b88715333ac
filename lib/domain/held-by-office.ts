import type { CalendarDate } from './calendar-date.ts'
import type { SlotTime } from './slot-time.ts'

/** What an appointment tells of a time that its office cannot hold. */
export interface HeldByOffice {
  /** Their time is gone; what is kept for them instead, and until when they may choose otherwise. */
  readonly displaced:
    | { readonly state: 'waiting' | 'unmovable' }
    | {
        readonly state: 'offered'
        readonly slotId: number
        readonly time: SlotTime
        /** ISO 8601. */
        readonly answerBy: string
      }
    | undefined
  /** The last day on which a booking of a day that could not be held stays good. */
  readonly openUntil: CalendarDate | undefined
  /** How often the office has moved them; no such move counts as theirs. */
  readonly officeMoves: number
}

/** Whether an office cannot hold the time of an appointment: its people may do with it what they like, and nothing counts. */
export function isFreeToChange({
  displaced,
  openUntil,
}: Pick<HeldByOffice, 'displaced' | 'openUntil'>): boolean {
  return displaced !== undefined || openUntil !== undefined
}

/** The slot of the seat that is kept for its people instead; locked together with their own. */
export function keptSlots({ displaced }: Pick<HeldByOffice, 'displaced'>): number[] {
  return displaced?.state === 'offered' ? [displaced.slotId] : []
}
