import { redirect } from 'next/navigation'
import { askPhoneCode } from '#app/(couple)/book/phone/ask-phone-code.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import type { PartyInput } from '#lib/domain/party.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { readOwn, readPartner } from './read-parties.ts'

/** Those the answers are about, oneself first; leads back to the question whose answer does not do, or to the phone check. */
export async function requirePeople(
  service: Service,
  identity: VerifiedIdentity,
  answers: Pick<JourneyAnswers, 'you' | 'partner' | 'provedPhone'>,
): Promise<PartyInput[]> {
  const own = readOwn(identity, answers.you)
  const partner = SERVICE_FACTS[service].parties === 2 ? readPartner(answers.partner) : undefined
  if (!own.ok) redirect('/book/you?wrong=1')
  if (partner && !partner.ok) redirect('/book/partner?wrong=1')
  const known = { vouched: identity.phone, proved: answers.provedPhone }
  if (needsPhoneProof(own.party.phone, known)) await askPhoneCode(own.party.phone)
  return [own.input, ...(partner?.ok ? [partner.input] : [])]
}
