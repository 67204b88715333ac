import { withoutWords } from '#lib/domain/cancel-reason.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
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

/** An appointment as seen by the one in this role, or by nobody in particular: everything masked, one's own phone only. */
export function viewFor(record: AppointmentRecord, ownRole: number | undefined): AppointmentView {
  const { partnerCodeHash, partnerCodeTries, channelId, pool, parties, ...open } = record
  const views = parties.map((party) => partyView(record, party, party.role === ownRole))
  const endReason = withoutWords(open.endReason)
  return { ...open, endReason, parties: views, ...(ownRole === undefined ? {} : { role: ownRole }) }
}

function partyView(record: AppointmentRecord, party: PartyRecord, self: boolean): PartyView {
  const { name, documentType, documentNumber, phone } = openParty(record.id, party.role, party.sealed)
  // Who is asked about a move has agreed to the old time, not to the new one.
  const isAsked = record.status === 'awaiting-partner' && record.askedRole === party.role
  const agreedAt = isAsked ? undefined : party.agreedAt
  return {
    role: party.role,
    self,
    name: maskName(name),
    documentType,
    documentNumber: maskNumber(documentNumber),
    partyType: party.partyType,
    agreed: agreedAt !== undefined,
    ...(agreedAt ? { agreedAt } : {}),
    ...(self ? { phone } : {}),
  }
}
