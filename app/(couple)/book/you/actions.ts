'use server'

import { redirect } from 'next/navigation'
import { askPhoneCode } from '#app/(couple)/book/phone/ask-phone-code.ts'
import { partyTypeOf, present, sexOf, textOf } from '#app/(couple)/book/read-form.ts'
import { readOwn } from '#app/(couple)/book/read-parties.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { keepAnswers, nextPath, requireStep } from '#lib/edge/journey.ts'

/** Keeps what was told of oneself, right or wrong; what is wrong is shown beside it. */
export async function tellOwn(form: FormData): Promise<void> {
  const answers = await requireStep('you')
  const actor = await requireActor('/book/you')
  const identity = identityOf(actor)
  if (!identity) throw new Error('a person has an identity')
  const you = present({
    partyType: partyTypeOf(form),
    phone: textOf(form, 'phone'),
    sex: sexOf(form),
    birthDate: textOf(form, 'birthDate'),
  })
  const read = readOwn(identity, you)
  const next = { ...answers, key: crypto.randomUUID(), you, youDone: read.ok }
  await keepAnswers(next)
  if (!read.ok) redirect('/book/you?wrong=1')
  const known = { vouched: identity.phone, proved: answers.provedPhone }
  if (needsPhoneProof(read.party.phone, known)) await askPhoneCode(read.party.phone)
  redirect(nextPath(next))
}
