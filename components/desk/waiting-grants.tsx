import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { instantText } from '#lib/format/dates.ts'

export interface WaitingGrantLine {
  readonly id: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly note: string
  readonly name: string
  readonly username: string
  readonly role: StaffRole
  readonly placeName: string
}

/** Roles that another person has yet to agree to; until then nobody has them. */
export async function WaitingGrants({
  grants,
  locale,
}: {
  grants: readonly WaitingGrantLine[]
  locale: Locale
}) {
  if (grants.length === 0) return null
  const t = await getTranslations('accounts.waiting')
  const role = await getTranslations('staff.role')
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('title')}</h2>
      <ul className="divide-y divide-line border-y border-line text-small">
        {grants.map((grant) => (
          <li key={grant.id} className="py-2">
            <p className="font-semibold">
              {t('line', {
                name: grant.name,
                username: grant.username,
                role: role(grant.role),
                place: grant.placeName,
              })}
            </p>
            <p className="text-ink-soft">
              {t('asked', {
                by: grant.askedByName,
                at: instantText(locale, grant.askedAt),
                note: grant.note,
              })}
            </p>
          </li>
        ))}
      </ul>
      <a className="prose-link inline-flex min-h-11 items-center text-small" href="/desk/manage/approvals">
        {t('toApprovals')}
      </a>
    </section>
  )
}
