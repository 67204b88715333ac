import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { Service } from '#lib/domain/service.ts'

interface Booking {
  readonly slotId: number
  readonly service?: Service
  /** The first is the one who books. */
  readonly parties: readonly PartyFacts[]
}

interface Booked {
  readonly code: string
  readonly status: string
  readonly partnerCode?: string
}

/** A hotline: a channel of the demo world, which books for people over the API: how tests come to an appointment at once. */
export interface Hotline {
  readonly book: (booking: Booking) => Promise<Booked>
  readonly confirm: (booked: Booked, by: PartyFacts) => Promise<void>
  readonly decline: (booked: Booked, by: PartyFacts) => Promise<void>
  /** Asks for another time; the answer holds the new partner code. */
  readonly move: (booked: Booked, by: PartyFacts, slotId: number) => Promise<Booked>
}

/** The channel that may do everything, by its key in demo.json. */
export async function openHotline(request: APIRequestContext, dataDir: string): Promise<Hotline> {
  const demo = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8'))
  const { key } = demo.channelKeys.find(({ scopes }: { scopes: string[] }) => scopes.length > 1)
  return {
    book: ({ slotId, service = 'MARRIAGE', parties }) =>
      post('appointments', { slotId, service, parties: parties.map(asTyped), ...onBehalfOf(parties[0]) }),
    confirm: ({ code, partnerCode }, by) =>
      post(`appointments/${code}/confirm`, { partnerCode, ...onBehalfOf(by) }),
    decline: ({ code, partnerCode }, by) =>
      post(`appointments/${code}/decline`, { partnerCode, ...onBehalfOf(by) }),
    move: ({ code }, by, slotId) => post(`appointments/${code}/move`, { slotId, ...onBehalfOf(by) }),
  }

  async function post<Answer>(path: string, data: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID() }
    const answer = await request.post(`/api/v1/${path}`, { headers, data })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

function asTyped({ name, documentType, documentNumber, phone, partyType }: PartyFacts) {
  return { name, documentType, documentNumber, phone, partyType }
}

function onBehalfOf(person: PartyFacts | undefined) {
  if (!person) return {}
  const { name, documentType, documentNumber } = person
  return { onBehalfOf: { name, documentType, documentNumber } }
}
