import { type Actor, identityOf, type VerifiedIdentity } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { MaskedParty } from './booking-answer.ts'
import { openParty } from './open-party.ts'
import type { AppointmentRecord, PartyRecord } from './store.ts'

/** One of the people as the viewer may see them: masked, and the phone only of oneself. */
export interface PartyView extends MaskedParty {
  readonly role: number
  readonly self: boolean
  readonly phone?: string
  readonly agreedAt?: Date
}

/** An appointment as one of its people, or its channel, may see it. */
export interface AppointmentView
  extends Omit<AppointmentRecord, 'parties' | 'partnerCodeHash' | 'partnerCodeTries' | 'channelId' | 'pool'> {
  readonly parties: readonly PartyView[]
  /** The viewer's own role; absent for a channel. */
  readonly role?: number
}

/** What this actor may see of an appointment; undefined when it is none of their business. */
export function appointmentView(record: AppointmentRecord, actor: Actor): AppointmentView | undefined {
  const own = partyOf(record, identityOf(actor))
  const isItsChannel = actor.kind === 'channel' && record.channelId === actor.id
  if (!own && !isItsChannel) return undefined
  return viewOf(record, own?.role)
}

/** The same for somebody who only knows code and document: nobody's phone. */
export function maskedView(record: AppointmentRecord): AppointmentView {
  return viewOf(record, undefined)
}

function viewOf(record: AppointmentRecord, ownRole: number | undefined): AppointmentView {
  const { partnerCodeHash, partnerCodeTries, channelId, pool, parties, ...open } = record
  const views = parties.map((party) => partyView(record, party, party.role === ownRole))
  return { ...open, parties: views, ...(ownRole === undefined ? {} : { role: ownRole }) }
}

/** Which of the people of an appointment an identity is. */
export function partyOf(
  record: AppointmentRecord,
  identity: VerifiedIdentity | undefined,
): PartyRecord | undefined {
  if (!identity) return undefined
  const index = indexPerson(identity.documentType, normalizeNumber(identity.documentNumber))
  return record.parties.find((party) => party.personIndex.equals(index))
}

function partyView(record: AppointmentRecord, party: PartyRecord, self: boolean): PartyView {
  const { name, documentType, documentNumber, phone } = openParty(record.id, party.role, party.sealed)
  return {
    role: party.role,
    self,
    name: maskName(name),
    documentType,
    documentNumber: maskNumber(documentNumber),
    partyType: party.partyType,
    agreed: party.agreedAt !== undefined,
    ...(party.agreedAt ? { agreedAt: party.agreedAt } : {}),
    ...(self ? { phone } : {}),
  }
}
