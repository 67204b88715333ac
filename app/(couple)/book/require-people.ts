import { redirect } from 'next/navigation'
import { askPhoneCode } from '#app/(couple)/book/phone/ask-phone-code.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import type { PartyInput } from '#lib/domain/party.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { requireOwnCase } from '#lib/edge/visit.ts'
import { readOwn, readPartner } from './read-parties.ts'

/**
 * Those the answers are about, oneself first; of a case the other is known. Leads back to the question whose answer does
 * not do, or to the phone check.
 */
export async function requirePeople(
  service: Service,
  identity: VerifiedIdentity,
  answers: Pick<JourneyAnswers, 'you' | 'partner' | 'provedPhone'>,
): Promise<PartyInput[]> {
  const own = readOwn(identity, answers.you)
  const { parties, needsCase } = SERVICE_FACTS[service]
  const known = needsCase ? (await requireOwnCase('/book/answers')).other : undefined
  const partner = parties === 2 && !known ? readPartner(answers.partner) : undefined
  if (!own.ok) redirect('/book/you?wrong=1')
  if (partner && !partner.ok) redirect('/book/partner?wrong=1')
  const phones = { vouched: identity.phone, proved: answers.provedPhone }
  if (needsPhoneProof(own.party.phone, phones)) await askPhoneCode(own.party.phone)
  return [own.input, ...(known ? [known] : []), ...(partner?.ok ? [partner.input] : [])]
}
