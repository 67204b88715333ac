import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceForm } from '#components/office/place-form.tsx'
import { pool } from '#lib/db/pool.ts'
import { OFFICE_COLUMNS } from '#lib/domain/office-record.ts'
import { resolvePlace } from '#lib/domain/place-values.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { showHandedValues } from '#lib/office/show-handed-values.ts'
import { createOffice } from '../actions.ts'
import { formWords } from '../form-words.ts'
import { officeGroups } from '../office-groups.ts'
import { loadPlaceWords } from '../place-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('found.title') }
}

const FIRST = { tier: 'centre', online_booking: 'yes', accepts: 'MAINLAND;MILITARY' }

/** A new office, from nothing, in a region that one looks after. */
export default async function NewOfficePage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor } = await requireStaff('found-office')
  const { in: region = '' } = await searchParams
  const shown = await showHandedValues(pool(), { actor, code: region })
  if (!shown.ok) forbidden()
  const { named } = shown.value
  const words = await loadPlaceWords()
  const { t } = words
  const empty = Object.fromEntries(OFFICE_COLUMNS.map((column) => [column, '']))
  const values = { ...empty, ...FIRST, region: region.endsWith('0000') ? '' : region }
  return (
    <DeskWork
      title={t('found.title')}
      back={{ href: `/desk/manage/places?in=${region}`, text: t('backTree') }}
    >
      <p className="mb-4 text-ink-soft">{t('found.lead')}</p>
      <PlaceForm
        action={createOffice}
        initial={{ values, was: values, version: '', errors: [], overtaken: [] }}
        groups={
          await officeGroups(words, {
            isNew: true,
            mayFound: true,
            sheet: values,
            handed: resolvePlace({}, region, named),
            named,
          })
        }
        words={await formWords(words, t('found.submit'))}
      />
    </DeskWork>
  )
}
