import { PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'
import { isService, type Service } from '#lib/domain/service.ts'

export type OfficeSearch = Readonly<Record<string, string | string[] | undefined>>

/** What is looked for among the offices; whatever cannot be read is as if it was not asked. */
export interface OfficeWish {
  readonly q: string
  readonly within: string | undefined
  readonly service: Service | undefined
  readonly accepts: PartyType | undefined
}

const LONGEST_NAME = 60

export function readWish({ q, within, service, accepts }: OfficeSearch): OfficeWish {
  return {
    q: typeof q === 'string' ? q.trim().slice(0, LONGEST_NAME) : '',
    within: typeof within === 'string' && /^\d{6}$/.test(within) ? within : undefined,
    service: typeof service === 'string' && isService(service) ? service : undefined,
    accepts: PARTY_TYPES.find((type) => type === accepts),
  }
}

/** The address of a list of offices. */
export function officesPath({ q, within, service, accepts }: Partial<OfficeWish>): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (within) query.set('within', within)
  if (service) query.set('service', service)
  if (accepts) query.set('accepts', accepts)
  return query.size > 0 ? `/offices?${query}` : '/offices'
}
