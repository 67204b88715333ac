import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChangeHistory } from '#components/capacity/change-history.tsx'
import { ClosureTable } from '#components/capacity/closure-table.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { listChanges } from '#lib/capacity/list-changes.ts'
import { listLanes } from '#lib/capacity/list-lanes.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { OfficeChoice } from '../office-choice.tsx'
import { withSearch } from '../week/week-address.ts'
import { reopen } from './actions.ts'
import { CHANGE_FORMS } from './change-forms.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes'))('title') }
}

/** What can be changed about the days of an office, and what was. */
export default async function ChangesPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { office: asked } = await searchParams
  const { actor, office } = await requireStaff('close-day', asked)
  const t = await getTranslations('changes')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const wish = { actor, officeId: office.id, now: new Date() }
  const [made, offered] = [await listChanges(pool(), wish), await listLanes(pool(), wish)]
  if (!made.ok || !offered.ok) forbidden()
  return (
    <DeskWork
      title={t('titleOf', { office: office.name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={<OfficeChoice {...{ actor, office, locale }} act="close-day" path="/desk/manage/changes" />}
    >
      <div className="grid items-start gap-5 lg:grid-cols-[24rem_1fr]">
        <section aria-labelledby="acts">
          <h2 id="acts" className="text-body">
            {t('acts')}
          </h2>
          <RowLinks
            rows={CHANGE_FORMS.map((kind) => ({
              href: withSearch(`/desk/manage/changes/new/${kind}`, { office: asked }),
              title: t(`kind.${kind}.title`),
              hint: t(`kind.${kind}.hint`),
            }))}
          />
        </section>
        <div className="grid gap-5">
          <Card className="px-5 py-4">
            <h2 className="text-body">{t('closures.title')}</h2>
            <ClosureTable {...offered.value} locale={locale} action={reopen.bind(null, asked)} />
          </Card>
          <Card className="px-5 py-4">
            <h2 className="text-body">{t('history.title')}</h2>
            <ChangeHistory
              changes={made.value.map((one) => ({ ...one, madeBy: one.madeBy || t('bySystem') }))}
              locale={locale}
            />
          </Card>
        </div>
      </div>
    </DeskWork>
  )
}
