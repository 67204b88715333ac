import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { instantText } from '#lib/format/dates.ts'

export interface StaffLine {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly isActivated: boolean
  readonly disabledAt: Date | null
  readonly lastSeenAt: Date | null
  readonly openSessions: number
  readonly grants: readonly { readonly role: StaffRole }[]
}

/** The people of an office: who they are, what they may do, whether their account works. */
export async function StaffTable({ people, locale }: { people: readonly StaffLine[]; locale: Locale }) {
  const t = await getTranslations('staff')
  return (
    <DataTable
      caption={t('people.title')}
      heads={[
        { text: t('people.name') },
        { text: t('people.username') },
        { text: t('people.roles') },
        { text: t('people.state') },
        { text: t('people.lastSeen') },
      ]}
    >
      {people.map((person) => (
        <tr key={person.id} className="border-b border-line">
          <td className="px-2">
            <a
              className="prose-link inline-flex min-h-11 items-center font-semibold whitespace-nowrap"
              href={`/desk/staff/${person.id}`}
            >
              {person.name}
            </a>
          </td>
          <td className="px-2 font-mono whitespace-nowrap">{person.username}</td>
          <td className="px-2 whitespace-nowrap">
            {[...new Set(person.grants.map(({ role }) => t(`role.${role}`)))].join(t('post.and'))}
          </td>
          <td className="px-2 whitespace-nowrap">
            <StaffState person={person} />
          </td>
          <td className="px-2 whitespace-nowrap text-ink-soft">
            {person.lastSeenAt ? instantText(locale, person.lastSeenAt) : t('people.never')}
          </td>
        </tr>
      ))}
    </DataTable>
  )
}

/** Whether an account works, and whether it is in use now. */
export async function StaffState({
  person,
}: {
  person: Pick<StaffLine, 'disabledAt' | 'isActivated' | 'openSessions'>
}) {
  const t = await getTranslations('staff.people')
  if (person.disabledAt) return <Tag tone="stop">{t('disabled')}</Tag>
  if (!person.isActivated) return <Tag tone="warn">{t('invited')}</Tag>
  return person.openSessions > 0 ? <Tag tone="ok">{t('online')}</Tag> : <Tag>{t('active')}</Tag>
}
