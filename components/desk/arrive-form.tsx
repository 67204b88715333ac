import { getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { refuseProxy } from '#lib/domain/proxy.ts'
import type { Service } from '#lib/domain/service.ts'
import { type Act, ActForm } from './act-form.tsx'
import { StepButton } from './step-button.tsx'

/** Who of the two is here: one press for both, or one for each who comes alone. */
export async function ArriveForm({
  code,
  service,
  people,
  action,
}: {
  code: string
  service: Service
  people: DayEntry['people']
  action: Act
}) {
  const t = await getTranslations('desk.arrive')
  const missing = people.filter(({ here }) => !here)
  const isAlone = people.length === 1
  const nobodyYet = missing.length === people.length
  return (
    <ActForm action={action} className="grid gap-2">
      <input type="hidden" name="code" value={code} />
      {nobodyYet ? (
        <StepButton isMain hotkey="a" name="roles" value={people.map(({ role }) => role).join()}>
          {t(isAlone ? 'alone' : 'both')}
        </StepButton>
      ) : null}
      {isAlone ? null : (
        <div className="grid grid-cols-2 gap-2">
          {missing.map(({ role, name }) => (
            <StepButton
              key={role}
              hotkey={String(role)}
              name="roles"
              value={String(role)}
              isMain={!nobodyYet}
            >
              {t('one', { name })}
            </StepButton>
          ))}
        </div>
      )}
      <label className="flex min-h-8 items-center gap-2 text-small">
        <input type="checkbox" name="greenChannel" className="size-4 accent-accent" data-key="g" />
        {t('green')}
      </label>
      {refuseProxy(service) ? null : (
        <label className="flex min-h-8 items-center gap-2 text-small">
          <input type="checkbox" name="proxy" className="size-4 accent-accent" data-key="y" />
          {(await getTranslations('proxy'))('arrive')}
        </label>
      )}
    </ActForm>
  )
}
