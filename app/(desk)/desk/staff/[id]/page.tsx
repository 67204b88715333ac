import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { RoleList } from '#components/desk/role-list.tsx'
import { StaffActs } from '#components/desk/staff-acts.tsx'
import { StaffState } from '#components/desk/staff-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { rolesToGive } from '#lib/domain/permissions.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readStaffLink } from '#lib/edge/staff-link.ts'
import { getStaff } from '#lib/identity/get-staff.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { listRegions } from '#lib/office/list-regions.ts'
import { addRole, disable, dropRole, enable, endSessions, sendLink } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.people'))('title') }
}

/** One person: their roles, and what those who look after them can do for the account. */
export default async function StaffMemberPage({
  params,
  searchParams,
}: {
  params: Promise<{ readonly id: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-staff')
  const { id } = await params
  const { done, wrong } = await searchParams
  const found = await getStaff(pool(), actor, { staffId: id, now: new Date() })
  if (!found.ok) notFound()
  const person = found.value
  const t = await getTranslations('staff.member')
  const link = await readStaffLink(id)
  const locale = (await getLocale()) as Locale
  const grants = await Promise.all(
    person.grants.map(async (grant) => ({ ...grant, placeName: await placeName(grant, locale) })),
  )
  return (
    <DeskPane
      title={person.name}
      lead={person.username}
      aside={
        <a className="prose-link inline-flex min-h-11 items-center text-small" href="/desk/staff">
          {t('back')}
        </a>
      }
    >
      {wrong ? (
        <Notice
          tone="stop"
          role="alert"
          title={t(t.has(`fault.${wrong}`) ? `fault.${wrong}` : 'fault.other')}
        />
      ) : null}
      {done && t.has(`done.${done}`) ? <Notice tone="ok" role="status" title={t(`done.${done}`)} /> : null}
      {link ? (
        <Notice tone="warn" title={t('link.title')}>
          <p className="mb-2 text-small">{t('link.text', { name: person.name })}</p>
          <p className="font-mono text-small break-all select-all">{link.address}</p>
        </Notice>
      ) : null}
      <section aria-labelledby="state">
        <h2 id="state">{t('state')}</h2>
        <StaffState person={person} />
      </section>
      <RoleList
        person={{ id: person.id, grants }}
        roles={person.isLookedAfter ? rolesToGive(actor.grants, office) : []}
        add={addRole}
        drop={dropRole}
      />
      {person.isLookedAfter ? (
        <StaffActs person={person} actions={{ sendLink, disable, enable, endSessions }} />
      ) : (
        <p className="text-small text-ink-soft">{t('notYours')}</p>
      )}
    </DeskPane>
  )
}

/** What the place of a role is called: its office or its region. */
async function placeName({ scope, scopeId }: Scope, locale: Locale): Promise<string> {
  if (scope === 'office') return (await getOffice(scopeId))?.name[locale] ?? scopeId
  const regions = scope === 'region' ? await listRegions({ within: scopeId }) : []
  return regions.find(({ code }) => code === scopeId)?.name[locale] ?? scopeId
}
