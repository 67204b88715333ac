import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ReasonFields } from '#components/capacity/reason-fields.tsx'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { listLanes } from '#lib/capacity/list-lanes.ts'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { withSearch } from '../../../week/week-address.ts'
import { CHANGE_FORMS } from '../../change-forms.ts'
import { propose } from './actions.ts'

interface Asked {
  readonly params: Promise<{ kind: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { kind } = await params
  const t = await getTranslations('changes')
  return { title: CHANGE_FORMS.some((one) => one === kind) ? t(`kind.${kind}.title`) : t('title') }
}

/** What shall be: which days, which windows, and why. Nothing happens yet. */
export default async function NewChange({ params, searchParams }: Asked) {
  const search = await searchParams
  const { actor, office } = await requireStaff('close-day', search.office)
  const { kind } = await params
  const form = CHANGE_FORMS.find((one) => one === kind)
  if (!form) notFound()
  const t = await getTranslations('changes')
  const common = await getTranslations('common')
  const words = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const listed = await listLanes(pool(), { actor, officeId: office.id, now })
  if (!listed.ok) forbidden()
  const fault =
    search.wrong && (words.has(search.wrong as never) ? words(search.wrong as never) : words('other'))
  const dates = form === 'windows' ? (['date'] as const) : (['from', 'until'] as const)
  const at = search.at ?? dates[0]
  const where = `field.${at === 'reason' ? 'usual' : at}`
  const errorOf = (name: string) => (fault && search.at === name ? fault : undefined)
  const tomorrow = addDays(shanghaiToday(now), 1)
  const lanes = listed.value.lanes.map(({ id, name }) => ({ value: id, text: name[locale] }))
  return (
    <>
      <div className="mx-auto w-full max-w-[1040px] px-4 pt-3">
        <BackLink href={withSearch('/desk/manage/changes', { office: search.office })}>{t('back')}</BackLink>
      </div>
      <DeskPane title={t(`kind.${form}.title`)} lead={office.name[locale]}>
        <form action={propose.bind(null, form, search.office)} noValidate className="max-w-2xl">
          <ErrorSummary
            title={common('errorTitle')}
            errors={
              fault
                ? [
                    {
                      field: at,
                      text: t.has(where) ? common('errorAt', { where: t(where), text: fault }) : fault,
                    },
                  ]
                : []
            }
          />
          <p className="mb-4">{t(`kind.${form}.lead`)}</p>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {dates.map((name) => (
              <TextField
                key={name}
                name={name}
                type="date"
                label={t(`field.${name}`)}
                error={errorOf(name)}
                errorPrefix={common('error')}
                defaultValue={search[name] ?? tomorrow}
              />
            ))}
            {form === 'storm' ? null : (
              <SelectField
                name="laneId"
                label={t('field.laneId')}
                error={errorOf('laneId')}
                errorPrefix={common('error')}
                options={form === 'windows' ? lanes : [{ value: '', text: t('allLanes') }, ...lanes]}
                defaultValue={search.laneId}
              />
            )}
            {form === 'windows' ? (
              <TextField
                name="windows"
                type="number"
                min={0}
                label={t('field.windows')}
                error={errorOf('windows')}
                errorPrefix={common('error')}
                defaultValue={search.windows ?? '1'}
              />
            ) : null}
          </div>
          <ReasonFields typed={search} error={errorOf('reason')} errorPrefix={common('error')} />
          <Button type="submit" wide={false}>
            {t('look')}
          </Button>
          <p className="mt-2 text-small text-ink-soft">{t('nothingYet')}</p>
        </form>
      </DeskPane>
    </>
  )
}
