import { isSameDocument, type PartyFacts } from './party.ts'
import { accept, type Result, refuse } from './refusal.ts'
import type { Service } from './service.ts'

/** How the second of two came to agree to what was booked at a counter; it stands on the record. */
export type CounterAgreement = 'asked-by-message' | 'both-present' | 'on-turned-screen' | 'by-telephone'

/** What one of them has agreed to on the screen that was turned to them: with which document, to which time. */
export interface ScreenAgreement extends Pick<PartyFacts, 'documentType' | 'documentNumber'> {
  readonly service: Service
  readonly slotId: number
}

/** What the clerk says of the second. */
export interface AgreementClaim {
  /** Both stand there, and their documents were looked at. */
  readonly together: boolean
  /** They agreed themselves, on the turned screen. */
  readonly screen?: ScreenAgreement | undefined
  /** It was read out to them on their own telephone, and they said yes. */
  readonly telephone?: boolean | undefined
}

/**
 * Whether the second of two has agreed themselves: one is never booked behind the other’s back. What was agreed to on the
 * screen counts for that document, service and time alone; a telephone counts where it is theirs and not that of whoever
 * asks. Otherwise they are asked by message.
 */
export function decideAgreement(
  parties: readonly Pick<PartyFacts, 'documentType' | 'documentNumber' | 'phone'>[],
  claim: AgreementClaim,
  time: { readonly service: Service; readonly slotId: number },
): Result<CounterAgreement> {
  const [first, second] = parties
  if (claim.together || !first || !second) return accept(claim.together ? 'both-present' : 'asked-by-message')
  if (claim.screen) {
    const { service, slotId } = claim.screen
    const isThis = isSameDocument(claim.screen, second) && service === time.service && slotId === time.slotId
    return isThis
      ? accept('on-turned-screen')
      : refuse('not-allowed', [{ path: 'agreement', reason: 'agreed-to-something-else' }])
  }
  if (!claim.telephone) return accept('asked-by-message')
  return first.phone === second.phone
    ? refuse('not-allowed', [{ path: 'agreement', reason: 'same-telephone' }])
    : accept('by-telephone')
}
