import { CoupleChecklist } from '#components/materials/couple-checklist.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'

/** What these people bring to this service, under the law of its day or the list of their booking. */
export async function WhatToBring({
  service,
  on,
  parties,
  ruleSetId,
}: {
  service: Service
  on: CalendarDate
  parties: readonly PartyType[]
  /** The list an appointment was booked under. */
  ruleSetId?: string | undefined
}) {
  const checklist = await compileChecklist({ service, parties, on, now: new Date(), ruleSetId })
  return checklist ? <CoupleChecklist checklist={checklist} /> : null
}
