import { getTranslations } from 'next-intl/server'
import { FormButton } from '#components/staffing/form-button.tsx'
import { RosterChoice } from '#components/staffing/roster-field.tsx'
import { pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo, type StaffAct } from '#lib/domain/permissions.ts'
import type { PostOffice } from '#lib/identity/find-staff-session.ts'
import { listReachedOffices } from '#lib/office/list-reached-offices.ts'

/** More than these nobody looks through in a list; the tree of places leads to them. */
const MOST_LISTED = 60

/** Another office of one's own for the same page; nothing for those who look after one. */
export async function OfficeChoice({
  actor,
  act,
  office,
  path,
  kept = {},
  locale,
}: {
  actor: StaffActor
  /** What the page is for. */
  act: StaffAct
  /** The office that is seen. */
  office: PostOffice
  path: string
  /** What else stays chosen. */
  kept?: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { offices, total } = await listReachedOffices(pool(), { actor, act, most: MOST_LISTED })
  if (total < 2) return null
  const t = await getTranslations('manage.office')
  if (total > MOST_LISTED)
    return mayDo(actor.grants, 'see-places', office) ? (
      <a
        className="prose-link no-print inline-flex min-h-11 items-center text-small"
        href={`/desk/manage/places?in=${office.regionCode}`}
      >
        {t('others')}
      </a>
    ) : null
  return (
    <form method="get" action={path} className="no-print flex flex-wrap items-end gap-2">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="max-w-full min-w-64">
        <RosterChoice
          name="office"
          label={t('choose')}
          value={office.id}
          options={offices.map(({ id, name, regionName }) => ({
            value: id,
            text: t('name', { office: name[locale], region: regionName[locale] }),
          }))}
        />
      </div>
      <FormButton>{t('show')}</FormButton>
    </form>
  )
}
