import type { Checklist } from '#lib/domain/checklist.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'
import type { Expected } from './expected.sql.ts'

/**
 * The papers that are looked at for a number, by what its people are to the law; of people who walked in nobody has
 * asked, so the ordinary list counts. Whoever has booked is asked for what the list of their booking names. Undefined where there are no rules for the day.
 */
export function compilePapers(
  ticket: Pick<Ticket, 'service' | 'expected' | 'date'>,
  one: Pick<Expected, 'people' | 'ruleSetId'> | undefined,
  now: Date,
): Promise<Checklist | undefined> {
  const { service, expected, date } = ticket
  const parties = one?.people.map(({ partyType }) => partyType) ?? Array<PartyType>(expected).fill('MAINLAND')
  return compileChecklist({ service, parties, on: date, now, ruleSetId: one?.ruleSetId ?? undefined })
}
