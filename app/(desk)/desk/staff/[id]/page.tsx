import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { LinkList } from '#components/desk/link-list.tsx'
import { RoleList } from '#components/desk/role-list.tsx'
import { SessionList } from '#components/desk/session-list.tsx'
import { StaffActs } from '#components/desk/staff-acts.tsx'
import { StaffState } from '#components/desk/staff-table.tsx'
import { WaitingGrants } from '#components/desk/waiting-grants.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { wishesToGive } from '#lib/domain/staff-place.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readStaffLink } from '#lib/edge/staff-link.ts'
import { getStaff } from '#lib/identity/get-staff.ts'
import { listGrantRequests } from '#lib/identity/list-grant-requests.ts'
import { listStaffLinks } from '#lib/identity/list-staff-links.ts'
import { listStaffSessions } from '#lib/identity/list-staff-sessions.ts'
import { addRole, disable, dropRole, enable, endSession, endSessions, sendLink } from '../actions.ts'
import { placeWords, waitingLine } from '../place-words.ts'

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
  const now = new Date()
  const about = { staffId: id, now }
  const found = await getStaff(pool(), actor, about)
  if (!found.ok) notFound()
  const person = found.value
  const t = await getTranslations('staff.member')
  const words = await getTranslations('accounts')
  const link = await readStaffLink(id)
  const locale = (await getLocale()) as Locale
  const grants = await Promise.all(
    person.grants.map(async (grant) => ({
      ...grant,
      placeName: await placeWords(grant, locale, words('nation')),
    })),
  )
  const sessions = await listStaffSessions(pool(), actor, about)
  const links = await listStaffLinks(pool(), actor, about)
  const requests = await listGrantRequests(pool(), { actor, now })
  const waiting = requests.filter(({ request }) => request.staffId === id)
  return (
    <DeskPane title={person.name} lead={person.username} back={{ href: '/desk/staff', text: t('back') }}>
      {wrong ? (
        <Notice
          tone="stop"
          role="alert"
          title={
            wrong === 'required'
              ? words('noteMissing')
              : t(t.has(`fault.${wrong}`) ? `fault.${wrong}` : 'fault.other')
          }
        />
      ) : null}
      {done === 'asked' ? <Notice tone="ok" role="status" title={words('asked')} /> : null}
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
        roles={person.isLookedAfter ? wishesToGive(actor.grants, office) : []}
        add={addRole}
        drop={dropRole}
        noteError={wrong === 'required' ? words('noteMissing') : undefined}
      />
      <WaitingGrants
        grants={waiting.map((one) => waitingLine(one, locale, words('nation')))}
        locale={locale}
      />
      <SessionList
        staffId={person.id}
        sessions={sessions.ok ? sessions.value : []}
        actions={person.isLookedAfter ? { endOne: endSession, endAll: endSessions } : undefined}
        locale={locale}
      />
      {person.isLookedAfter ? (
        <StaffActs person={person} actions={{ sendLink, disable, enable }} />
      ) : (
        <p className="text-small text-ink-soft">{t('notYours')}</p>
      )}
      <LinkList links={links.ok ? links.value : []} now={now} locale={locale} />
    </DeskPane>
  )
}
