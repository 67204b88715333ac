import { getLocale, getTranslations } from 'next-intl/server'
import type { Checklist } from '#lib/domain/checklist.ts'
import type { DayEntry, DayTicket } from '#lib/domain/desk-day.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { tickLines } from '#lib/domain/materials-tick.ts'
import { type Act, ActForm } from './act-form.tsx'
import { CarryTicks } from './carry-ticks.tsx'
import { KeyHint } from './key-hint.tsx'
import { StepButton } from './step-button.tsx'

const KEYED = 9

/** The papers to look at, each with its digit; what stays open becomes the one-time notice. */
export async function PaperChecks({
  ticket,
  papers,
  people,
  action,
}: {
  ticket: DayTicket
  papers: Checklist
  people: DayEntry['people']
  action: Act
}) {
  const t = await getTranslations('counter.checks')
  const locale = (await getLocale()) as Locale
  const seen = new Set(ticket.materials?.seen)
  const nameOf = (role: number | undefined) => people.find((person) => person.role === role)?.name
  return (
    // Drawn anew with each version, so that what others have ticked is not hidden by the old marks.
    <ActForm key={ticket.version} id="papers" action={action} className="grid gap-2">
      <CarryTicks form="papers" ticket={ticket.id} />
      <fieldset className="grid gap-0.5">
        <legend className="text-small">
          <b>{t('title')}</b> <span className="text-ink-soft">{t('hint')}</span>
        </legend>
        <input type="hidden" name="ticket" value={ticket.id} />
        <input type="hidden" name="version" value={ticket.version} />
        <input type="hidden" name="at" value={ticket.appointmentId ?? ticket.id} />
        {tickLines(papers).map(({ key, role, item }, index) => (
          <label key={key} className="flex min-h-7 items-center gap-2 text-small">
            <input type="hidden" name="line" value={key} />
            <input
              type="checkbox"
              name="seen"
              value={key}
              defaultChecked={seen.has(key)}
              data-key={index < KEYED ? index + 1 : undefined}
              className="size-4 flex-none accent-accent"
            />
            <span>
              {role && people.length > 1 && nameOf(role)
                ? `${t('person', { name: nameOf(role) ?? '' })} `
                : ''}
              {item.name[locale]}
            </span>
            {index < KEYED ? <KeyHint of={String(index + 1)} /> : null}
          </label>
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        <StepButton hotkey="k" name="save" value="seen">
          {t('save')}
        </StepButton>
        <StepButton hotkey="e" name="save" value="missing">
          {t('missing')}
        </StepButton>
      </div>
    </ActForm>
  )
}
