import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { InviteForm } from '#components/desk/invite-form.tsx'
import { StaffTable } from '#components/desk/staff-table.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo, rolesToGive } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listStaff } from '#lib/identity/list-staff.ts'
import { invite } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.people'))('title') }
}

/** The people of the office of the shift. */
export default async function StaffPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-staff')
  const { at, wrong } = await searchParams
  const t = await getTranslations('staff.people')
  const locale = (await getLocale()) as Locale
  const people = await listStaff(pool(), actor, { office, now: new Date() })
  const roles = mayDo(actor.grants, 'invite-staff', office) ? rolesToGive(actor.grants, office) : []
  return (
    <DeskPane title={t('title')} lead={office.name[locale]}>
      <StaffTable people={people.ok ? people.value : []} locale={locale} />
      {roles.length > 0 ? (
        <InviteForm action={invite} roles={roles} fault={wrong ? { at: at ?? '', wrong } : undefined} />
      ) : null}
    </DeskPane>
  )
}
