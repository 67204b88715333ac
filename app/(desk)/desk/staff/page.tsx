import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { InviteForm } from '#components/desk/invite-form.tsx'
import { StaffFilter, StaffPages } from '#components/desk/staff-filter.tsx'
import { StaffTable } from '#components/desk/staff-table.tsx'
import { WaitingGrants } from '#components/desk/waiting-grants.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo, STAFF_ROLES } from '#lib/domain/permissions.ts'
import { wishesToGive } from '#lib/domain/staff-place.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listGrantRequests } from '#lib/identity/list-grant-requests.ts'
import { listStaff } from '#lib/identity/list-staff.ts'
import { invite } from './actions.ts'
import { waitingLine } from './place-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.people'))('title') }
}

/** The people of the office of the shift, or of all places that somebody looks after. */
export default async function StaffPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-staff')
  const { at, wrong, done, named = '', has, where, page } = await searchParams
  const now = new Date()
  const t = await getTranslations('staff.people')
  const words = await getTranslations('accounts')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const role = STAFF_ROLES.find((one) => one === has)
  const search = {
    named: named.slice(0, 40),
    role: role ?? '',
    all: where === 'all',
    page: Math.min(Math.max(Math.trunc(Number(page)) || 1, 1), 1000),
  }
  const { all: isWide } = search
  const query = { office, onlyHere: !isWide, role, named: search.named, page: search.page, now }
  const listed = await listStaff(pool(), actor, query)
  const people = listed.ok ? listed.value.people : []
  const waiting = await listGrantRequests(pool(), { actor, now })
  const wishes = mayDo(actor.grants, 'invite-staff', office) ? wishesToGive(actor.grants, office) : []
  return (
    <DeskPane
      title={t('title')}
      lead={isWide ? words('filter.all') : office.name[locale]}
      back={{ href: '/desk/manage', text: manage('back') }}
    >
      {done === 'asked' ? (
        <Notice tone="ok" role="status" title={words('asked')}>
          {words('askedText')}
        </Notice>
      ) : null}
      <div>
        <StaffFilter search={search} />
        <StaffTable people={people} locale={locale} />
        {people.length === 0 ? <p className="mt-3 text-small">{words('filter.nobody')}</p> : null}
        <StaffPages search={search} hasMore={listed.ok && listed.value.hasMore} />
      </div>
      <WaitingGrants
        grants={waiting.map((one) => waitingLine(one, locale, words('nation')))}
        locale={locale}
      />
      {wishes.length > 0 ? (
        <InviteForm action={invite} roles={wishes} fault={wrong ? { at: at ?? '', wrong } : undefined} />
      ) : null}
    </DeskPane>
  )
}
