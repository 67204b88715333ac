import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { JourneySearch } from '#app/(couple)/book/step-metadata.ts'
import { CodeQuestion } from '#app/(couple)/code-question.tsx'
import { proveContact, sendContactCode } from '#app/(couple)/contact/actions.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { type ContactInput, readContact } from '#lib/domain/contact-change.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'

export async function generateMetadata({ searchParams }: JourneySearch): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('safety.code'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** The digits that were sent to a new contact. */
export default async function ContactCodePage({ searchParams }: JourneySearch) {
  const typed = await readTyped<ContactInput>('contact', await requireSignedIn('/contact'))
  const read = typed && readContact(typed)
  if (!read || 'errors' in read) redirect('/contact')
  const t = await getTranslations('safety.code')
  return (
    <CouplePage mood="quiet" back={{ href: '/contact', text: t('otherAddress') }}>
      <CodeQuestion
        to={read.contact.address}
        search={await searchParams}
        check={proveContact}
        again={sendContactCode}
      />
    </CouplePage>
  )
}
