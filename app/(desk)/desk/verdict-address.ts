import type { ArrivalCandidate } from '#lib/desk/find-arrival.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'

/** The verdict about an arrival as an address that draws it again; nobody's name is in it. */
export function verdictAddress(
  { id, judgement, ticket }: ArrivalCandidate,
  others: readonly ArrivalCandidate[],
): URLSearchParams {
  const { verdict, step } = judgement
  const also = others.filter((other) => other.judgement.verdict === 'fine').map((other) => other.id)
  return new URLSearchParams({
    at: id,
    verdict,
    step: step.do,
    ...('from' in step && { from: step.from.toISOString() }),
    ...('date' in step && { day: step.date, time: step.startTime }),
    ...('officeId' in step && { office: step.officeId }),
    ...(ticket && { number: ticketNumber(ticket) }),
    ...(also.length > 0 && { also: also.join() }),
  })
}
