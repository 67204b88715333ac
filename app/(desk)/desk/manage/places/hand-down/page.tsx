import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceForm } from '#components/office/place-form.tsx'
import { PlaceHistory } from '#components/office/place-history.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { actText } from '#lib/format/trail-text.ts'
import { browsePlaces } from '#lib/office/browse-places.ts'
import { showHandedValues } from '#lib/office/show-handed-values.ts'
import { saveHanded } from '../actions.ts'
import { formWords } from '../form-words.ts'
import { loadPlaceWords } from '../place-words.ts'
import { handedGroups } from './handed-groups.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('act.handDown') }
}

/** What a region hands down to its offices: said once, used wherever an office says nothing itself. */
export default async function HandDownPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor } = await requireStaff('see-places')
  const { in: code, saved } = await searchParams
  const browsed = await browsePlaces(pool(), { actor, code, now: new Date() })
  const shown = await showHandedValues(pool(), { actor, code })
  if (!browsed.ok || !shown.ok) forbidden()
  const { region, mayEdit } = browsed.value
  const { sheet, versions, above, named, history } = shown.value
  const words = await loadPlaceWords()
  const { t, locale } = words
  const name = region ? region.name[locale] : t('nation')
  const values = { ...sheet, code: code ?? '' }
  return (
    <DeskWork
      title={t('region.title', { region: name })}
      back={{ href: `/desk/manage/places${code ? `?in=${code}` : ''}`, text: t('backTree') }}
    >
      <div className="mb-4 grid gap-3">
        {saved ? (
          <Notice tone="ok" role="status" title={t('region.saved', { count: Number(saved) || 0 })} />
        ) : null}
        <p className="text-ink-soft">{mayEdit ? t('region.lead') : t('region.readOnly')}</p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {mayEdit ? (
          <PlaceForm
            action={saveHanded}
            initial={{
              values,
              was: values,
              version: JSON.stringify(versions),
              errors: [],
              overtaken: [],
            }}
            groups={await handedGroups(words, { above, named, title: name })}
            words={await formWords(words, t('region.submit'))}
          />
        ) : (
          <Card className="px-5 py-4">
            <dl className="grid gap-2">
              {Object.entries(sheet).map(([column, value]) => (
                <div key={column}>
                  <dt className="text-small text-ink-soft">{words.columnText(column)}</dt>
                  <dd className="whitespace-pre-line">{words.valueText(column, value)}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )}
        <Card className="px-5 py-4">
          <h2 className="text-body">{t('office.history')}</h2>
          <PlaceHistory
            none={t('office.noHistory')}
            changes={history.map((change) => ({
              id: change.id,
              when: t('office.by', { at: instantText(locale, change.at), who: change.by }),
              what: actText(locale, change.act),
              lines: words.changeLines(change.changed),
            }))}
          />
        </Card>
      </div>
    </DeskWork>
  )
}
