'use server'

import { redirect } from 'next/navigation'
import { documentTypeOf, present, sexOf, textOf } from '#app/(couple)/book/read-form.ts'
import { readPartner } from '#app/(couple)/book/read-parties.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { isSameDocument } from '#lib/domain/party.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { keepAnswers, nextPath, requireStep } from '#lib/edge/journey.ts'

/** Keeps what was told of the second person, right or wrong; what is wrong is shown beside it. */
export async function tellPartner(form: FormData): Promise<void> {
  const answers = await requireStep('partner')
  const actor = await requireActor('/book/partner')
  const partner = present({
    partyType: answers.partner?.partyType,
    name: textOf(form, 'name'),
    documentType: documentTypeOf(form),
    documentNumber: textOf(form, 'documentNumber'),
    phone: textOf(form, 'phone'),
    sex: sexOf(form),
    birthDate: textOf(form, 'birthDate'),
  })
  const read = readPartner(partner)
  const identity = identityOf(actor)
  const isSame = read.ok && identity !== undefined && isSameDocument(read.party, identity)
  const next = { ...answers, key: crypto.randomUUID(), partner, partnerDone: read.ok && !isSame }
  await keepAnswers(next)
  if (isSame) redirect('/book/partner?same=1')
  redirect(read.ok ? nextPath(next) : '/book/partner?wrong=1')
}
