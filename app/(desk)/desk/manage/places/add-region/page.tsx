import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceForm } from '#components/office/place-form.tsx'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { createRegion } from '../actions.ts'
import { formWords } from '../form-words.ts'
import { loadPlaceWords } from '../place-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('add.title') }
}

/** A city or county that is missing. */
export default async function AddRegionPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  await requireStaff('found-office')
  const { in: code } = await searchParams
  const words = await loadPlaceWords()
  const { t } = words
  const values = { code: '', name_zh_cn: '', name_zh_hant: '', name_en: '' }
  return (
    <DeskWork
      title={t('add.title')}
      back={{ href: `/desk/manage/places${code ? `?in=${code}` : ''}`, text: t('backTree') }}
    >
      <PlaceForm
        action={createRegion}
        initial={{ values, was: values, version: '', errors: [], overtaken: [] }}
        groups={[
          {
            id: 'region',
            title: t('add.title'),
            lead: t('add.lead'),
            fields: [
              { name: 'code', kind: 'line', label: t('add.code') },
              { name: 'name', kind: 'three-lines', label: t('column.name') },
            ],
          },
        ]}
        words={await formWords(words, t('add.submit'))}
      />
    </DeskWork>
  )
}
