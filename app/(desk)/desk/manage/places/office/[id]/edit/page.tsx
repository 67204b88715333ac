import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceForm } from '#components/office/place-form.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { sheetOf } from '#lib/domain/office-record.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { changeOffice } from '../../../actions.ts'
import { formWords } from '../../../form-words.ts'
import { officeGroups } from '../../../office-groups.ts'
import { loadPlaceWords } from '../../../place-words.ts'
import { loadOffice } from '../load-office.ts'

/** An office that nobody may look at has no name here: the page behind it says so. */
export async function generateMetadata({
  params,
}: {
  params: Promise<{ readonly id: string }>
}): Promise<Metadata> {
  const t = await getTranslations('places')
  const office = await getOffice((await params).id)
  const locale = (await getLocale()) as Locale
  return { title: office ? t('edit.title', { office: office.name[locale] }) : t('act.edit') }
}

/** Everything of an office that is somebody's to change, in one form. */
export default async function EditOfficePage({ params }: { params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  const { record, version, handed, named, mayFound } = await loadOffice('edit-office', id)
  const words = await loadPlaceWords()
  const { t, locale } = words
  const sheet = sheetOf(record)
  return (
    <DeskWork
      title={t('edit.title', { office: record.name[locale] })}
      back={{ href: `/desk/manage/places/office/${id}`, text: t('backOffice') }}
    >
      <PlaceForm
        action={changeOffice}
        initial={{ values: sheet, was: sheet, version: String(version), errors: [], overtaken: [] }}
        groups={await officeGroups(words, { isNew: false, mayFound, sheet, handed, named })}
        words={await formWords(words, t('edit.submit'))}
      />
    </DeskWork>
  )
}
