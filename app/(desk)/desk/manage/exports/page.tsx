import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { ExportList } from '#components/desk/export-list.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { pool } from '#lib/db/pool.ts'
import { listExports } from '#lib/desk/list-exports.ts'
import { dayAt } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { ask, withdraw } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

/** Lists with names and telephones of the office of the shift: asked for here, agreed to by another, fetched here. */
export default async function ExportsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('export-people')
  const { done, at, wrong, from, until, reason } = await searchParams
  const now = new Date()
  const t = await getTranslations('exports')
  const manage = await getTranslations('manage')
  const errorPrefix = (await getTranslations('common'))('error')
  const locale = (await getLocale()) as Locale
  const listed = await listExports(pool(), { actor, officeId: office.id, now })
  const exports = listed.ok ? listed.value : []
  const today = dayAt(now.getTime())
  const fault = wrong && t(t.has(`fault.${wrong}`) ? `fault.${wrong}` : 'fault.other')
  const errorAt = (field: string) => (fault && at === field ? fault : undefined)
  return (
    <DeskPane
      title={t('title')}
      lead={office.name[locale]}
      back={{ href: '/desk/manage', text: manage('back') }}
    >
      {done && t.has(`done.${done}`) ? <Notice tone="ok" role="status" title={t(`done.${done}`)} /> : null}
      {fault && at === 'list' ? <Notice tone="stop" role="alert" title={fault} /> : null}
      <ExportList
        exports={exports.map(({ request, ...one }) => ({ ...one, from: request.from, until: request.until }))}
        withdraw={withdraw}
        locale={locale}
      />
      <section aria-labelledby="ask" className="max-w-[560px]">
        <h2 id="ask">{t('ask')}</h2>
        <p className="mb-4 text-small text-ink-soft">{t('lead')}</p>
        <form action={ask} noValidate>
          <div className="grid gap-x-4 sm:grid-cols-2">
            <TextField
              name="from"
              type="date"
              label={t('from')}
              error={errorAt('from')}
              errorPrefix={errorPrefix}
              defaultValue={from ?? today}
            />
            <TextField
              name="until"
              type="date"
              label={t('until')}
              error={errorAt('until')}
              errorPrefix={errorPrefix}
              defaultValue={until ?? today}
            />
          </div>
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            error={errorAt('reason')}
            errorPrefix={errorPrefix}
            rows={3}
            maxLength={300}
            defaultValue={reason}
          />
          <Button type="submit" wide={false}>
            {t('submit')}
          </Button>
        </form>
      </section>
    </DeskPane>
  )
}
