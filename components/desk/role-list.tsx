import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import type { StaffGrant, StaffRole } from '#lib/domain/permissions.ts'

type Act = (form: FormData) => Promise<void>

/** The roles of somebody, each with its place; whoever looks after them gives one more or takes one away. */
export async function RoleList({
  person,
  roles,
  add,
  drop,
}: {
  person: {
    readonly id: string
    /** `placeName`: what the place of the role is called. */
    readonly grants: readonly (StaffGrant & { readonly placeName: string })[]
  }
  /** Which may be given here; none by somebody who only looks. */
  roles: readonly StaffRole[]
  add: Act
  drop: Act
}) {
  const t = await getTranslations('staff')
  const errorPrefix = (await getTranslations('common'))('error')
  const mayDrop = roles.length > 0 && person.grants.length > 1
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t('member.roles')}</h2>
      <ul className="mb-3 divide-y divide-line border-y border-line text-small">
        {person.grants.map(({ role, scope, scopeId, placeName }) => (
          <li key={`${role} ${scope} ${scopeId}`} className="flex min-h-11 flex-wrap items-center gap-x-3">
            <span className="font-semibold">{t(`role.${role}`)}</span>
            <span className="text-ink-soft">{t(`member.scope.${scope}`, { name: placeName })}</span>
            {mayDrop ? (
              <form action={drop} className="ml-auto">
                <input type="hidden" name="id" value={person.id} />
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="scope" value={scope} />
                <input type="hidden" name="scopeId" value={scopeId} />
                <button type="submit" className="min-h-11 cursor-pointer text-accent-deep underline">
                  {t('member.drop')}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {roles.length > 0 ? (
        <form action={add} className="flex max-w-[420px] flex-wrap items-end gap-3">
          <input type="hidden" name="id" value={person.id} />
          <div className="min-w-52 flex-1 [&>div]:mb-0">
            <SelectField
              name="role"
              label={t('member.addLabel')}
              errorPrefix={errorPrefix}
              options={roles.map((role) => ({ value: role, text: t(`role.${role}`) }))}
            />
          </div>
          <Button type="submit" kind="second" wide={false}>
            {t('member.add')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
