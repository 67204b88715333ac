import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { visitErrors } from '#app/(couple)/home-visit/visit-errors.ts'
import { VisitFields } from '#app/(couple)/home-visit/visit-fields.tsx'
import type { VisitForm } from '#app/(couple)/home-visit/visit-form.ts'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { readHomeVisit } from '#lib/domain/home-visit.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { writeDown } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.desk'))('new') }
}

/** A wish that comes by telephone. */
export default async function NewVisitPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const staff = await requireStaff('see-home-visits')
  const { wrong, refused } = await searchParams
  const t = await getTranslations('home-visit.desk')
  const common = await getTranslations('common')
  const words = await getTranslations('refusals.field')
  const typed = await readTyped<VisitForm>('home-visit', staff)
  const read = wrong && typed ? readHomeVisit(typed) : undefined
  const errors = read && !read.ok ? (read.errors ?? []) : []
  return (
    <DeskPane title={t('new')} lead={t('newLead')} back={{ href: '/desk/home-visits', text: t('title') }}>
      <form action={writeDown} noValidate className="max-w-2xl">
        <ErrorSummary title={common('errorTitle')} errors={await visitErrors(errors, true)} />
        {refused ? (
          <div className="mb-5">
            <Notice tone="stop" role="alert" title={words('no-home-visits')} />
          </div>
        ) : null}
        <input type="hidden" name="key" value={typed?.key || crypto.randomUUID()} />
        <VisitFields typed={typed ?? {}} errors={errors} offices={[]} isForOther />
        <Button type="submit" wide={false}>
          {t('write')}
        </Button>
      </form>
    </DeskPane>
  )
}
