import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { STAFF_ROLES } from '#lib/domain/permissions.ts'

export interface StaffSearch {
  readonly named: string
  readonly role: string
  readonly all: boolean
  readonly page: number
}

/** Looks for people by a part of their name, by role, here or everywhere one looks after. */
export async function StaffFilter({ search }: { search: StaffSearch }) {
  const t = await getTranslations('accounts.filter')
  const role = await getTranslations('staff.role')
  const errorPrefix = (await getTranslations('common'))('error')
  return (
    <form
      method="get"
      action="/desk/staff"
      className="grid items-end gap-x-3 sm:grid-cols-[2fr_1fr_1fr_auto] [&>div]:mb-3"
    >
      <TextField
        name="named"
        label={t('named')}
        errorPrefix={errorPrefix}
        defaultValue={search.named}
        maxLength={40}
        autoComplete="off"
      />
      <SelectField
        name="has"
        label={t('role')}
        errorPrefix={errorPrefix}
        defaultValue={search.role}
        options={[
          { value: '', text: t('anyRole') },
          ...STAFF_ROLES.map((one) => ({ value: one, text: role(one) })),
        ]}
      />
      <SelectField
        name="where"
        label={t('where')}
        errorPrefix={errorPrefix}
        defaultValue={search.all ? 'all' : 'here'}
        options={[
          { value: 'here', text: t('here') },
          { value: 'all', text: t('all') },
        ]}
      />
      <div>
        <Button type="submit" kind="second" wide={false}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}

/** To the page before and after. */
export async function StaffPages({ search, hasMore }: { search: StaffSearch; hasMore: boolean }) {
  const t = await getTranslations('accounts.filter')
  const { page, named, role, all } = search
  if (page === 1 && !hasMore) return null
  const link = (to: number, text: string) => (
    <a
      className="prose-link inline-flex min-h-11 items-center"
      href={`/desk/staff?${new URLSearchParams({ named, has: role, where: all ? 'all' : 'here', page: String(to) })}`}
    >
      {text}
    </a>
  )
  return (
    <nav aria-label={t('pages')} className="flex items-center gap-5 text-small">
      {page > 1 ? link(page - 1, t('before')) : null}
      <span className="text-ink-soft">{t('page', { page })}</span>
      {hasMore ? link(page + 1, t('after')) : null}
    </nav>
  )
}
