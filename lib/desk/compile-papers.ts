import type { Checklist } from '#lib/domain/checklist.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { proxyPapers } from '#lib/format/proxy-papers.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'
import type { Expected } from './expected.sql.ts'

/**
 * The papers that are looked at for a number, by what its people are to the law; of people who walked in nobody has
 * asked, so the ordinary list counts; whoever has booked keeps the list of the booking. Where somebody comes for another,
 * their papers come first. Undefined where there are no rules for the day.
 */
export async function compilePapers(
  ticket: Pick<Ticket, 'service' | 'expected' | 'date' | 'proxy'>,
  one: Pick<Expected, 'people' | 'ruleSetId'> | undefined,
  now: Date,
): Promise<Checklist | undefined> {
  const { service, expected, date, proxy } = ticket
  const parties = one?.people.map(({ partyType }) => partyType) ?? Array<PartyType>(expected).fill('MAINLAND')
  const list = await compileChecklist({
    service,
    parties,
    on: date,
    now,
    ruleSetId: one?.ruleSetId ?? undefined,
  })
  if (!list || !proxy) return list
  const perParty = list.perParty.map((party) => ({ ...party, items: [...proxyPapers(), ...party.items] }))
  return { ...list, perParty }
}
