import { getLocale, getTranslations } from 'next-intl/server'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { SERVICES, type Service } from '#lib/domain/service.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { KeyHint } from './key-hint.tsx'
import { FIELD_LOOK, STEP_LOOK, StepButton } from './step-button.tsx'

const ROW = 'flex min-h-9 items-center gap-2'

/** What people without an appointment came for; by keys: a digit for the service, y where one of two came alone, g for the green channel, p for somebody who comes for another, Enter. */
export async function WalkInForm({
  services,
  typed,
  actions,
}: {
  /** What an open window does now. */
  services: readonly Service[]
  /** What was typed before the screen was turned. */
  typed:
    | {
        readonly service: string
        readonly alone: boolean
        readonly greenChannel: boolean
        readonly proxy: boolean
        readonly language: Locale
        readonly name: string
      }
    | undefined
  actions: Readonly<Record<'give' | 'turn', (form: FormData) => Promise<void>>>
}) {
  const t = await getTranslations('counter')
  const proxy = await getTranslations('proxy')
  const locale = (await getLocale()) as Locale
  const shown = SERVICES.filter((service) => services.includes(service))
  const chosen = shown.find((service) => service === typed?.service) ?? shown[0]
  return (
    <form action={actions.give} className="grid gap-4">
      <fieldset>
        <legend className="font-semibold">{t('walkIn.service')}</legend>
        {shown.map((service, index) => (
          <label key={service} className={ROW}>
            <input
              type="radio"
              name="service"
              value={service}
              defaultChecked={service === chosen}
              data-key={index + 1}
              className="size-4 accent-accent"
            />
            {serviceName(locale, service)}
            <KeyHint of={String(index + 1)} />
          </label>
        ))}
      </fieldset>
      <div>
        <label className={ROW}>
          <input
            type="checkbox"
            name="alone"
            defaultChecked={typed?.alone}
            data-key="y"
            className="size-4 accent-accent"
          />
          {t('walkIn.alone')}
          <KeyHint of="y" />
        </label>
        <label className={ROW}>
          <input
            type="checkbox"
            name="greenChannel"
            defaultChecked={typed?.greenChannel}
            data-key="g"
            className="size-4 accent-accent"
          />
          {t('walkIn.green')}
          <KeyHint of="g" />
        </label>
        <label className={ROW}>
          <input
            type="checkbox"
            name="proxy"
            defaultChecked={typed?.proxy}
            data-key="p"
            className="size-4 flex-none accent-accent"
          />
          <span>
            {proxy('walkIn')} <span className="text-small text-ink-soft">{proxy('walkInHint')}</span>
          </span>
          <KeyHint of="p" />
        </label>
      </div>
      <label>
        <span className="font-semibold">{t('walkIn.language')}</span>
        <select name="language" defaultValue={typed?.language ?? 'zh-CN'} className={FIELD_LOOK}>
          {LOCALES.map((one) => (
            <option key={one} value={one}>
              {t(`sheet.languages.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="font-semibold">{t('walkIn.name')}</span>
        <input
          name="name"
          defaultValue={typed?.name}
          maxLength={60}
          autoComplete="off"
          className={FIELD_LOOK}
        />
        <span className="text-small text-ink-soft">{t('walkIn.nameHint')}</span>
      </label>
      <StepButton isMain hotkey="Enter">
        {t('walkIn.submit')}
      </StepButton>
      <button
        type="submit"
        formAction={actions.turn}
        data-key="s"
        className={`${STEP_LOOK} border-line-strong bg-surface text-accent-deep`}
      >
        {(await getTranslations('turned'))('turnName')}
        <KeyHint of="s" />
      </button>
    </form>
  )
}
