import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { OVERLAP_DAYS, WEBHOOK_EVENTS } from '#lib/domain/channel.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { type DeliveryLine, DeliveryTable } from './delivery-table.tsx'
import { SmallButton } from './small-button.tsx'

type Act = (form: FormData) => Promise<void>

export interface WebhookShown {
  readonly url: string | undefined
  readonly events: readonly string[]
  readonly pausedAt: Date | null
  readonly oldUntil: Date | null
  readonly waiting: number
  readonly deliveries: readonly DeliveryLine[]
}

/** Where a channel is told of changes, of which, and how that went; the secret can be changed, never read. */
export async function WebhookPanel({
  channelId,
  webhook,
  actions,
  error,
  locale,
}: {
  channelId: string
  webhook: WebhookShown
  /** None for somebody who only looks. */
  actions: Readonly<Record<'save' | 'changeSecret' | 'pause' | 'tryOut', Act>> | undefined
  error: string | undefined
  locale: Locale
}) {
  const t = await getTranslations('channels.webhook')
  const errorPrefix = (await getTranslations('common'))('error')
  const { url, events, pausedAt, oldUntil, waiting, deliveries } = webhook
  const hidden = <input type="hidden" name="id" value={channelId} />
  const eventTexts = events.map((event) => t(`event.${event as (typeof WEBHOOK_EVENTS)[number]}`))
  return (
    <section aria-labelledby="webhook">
      <h2 id="webhook">{t('title')}</h2>
      <p className="mb-3 text-small text-ink-soft">
        {pausedAt ? t('paused', { at: instantText(locale, pausedAt), waiting }) : t('waiting', { waiting })}
        {oldUntil ? ` ${t('oldUntil', { at: instantText(locale, oldUntil) })}` : ''}
      </p>
      {actions ? (
        <form action={actions.save} noValidate className="max-w-[640px]">
          {hidden}
          <TextField
            name="url"
            label={t('url')}
            hint={t('urlHint')}
            error={error}
            errorPrefix={errorPrefix}
            defaultValue={url}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={1000}
          />
          <fieldset className="mb-4">
            <legend className="mb-1 font-semibold">{t('events')}</legend>
            <div className="grid gap-x-4 sm:grid-cols-2">
              {WEBHOOK_EVENTS.map((event) => (
                <label key={event} htmlFor={`event-${event}`} className="flex min-h-9 items-center gap-2">
                  <input
                    id={`event-${event}`}
                    type="checkbox"
                    name={`event-${event}`}
                    defaultChecked={events.length === 0 || events.includes(event)}
                    className="size-5 flex-none accent-accent"
                  />
                  {t(`event.${event}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <Button type="submit" kind="second" wide={false}>
            {t('save')}
          </Button>
        </form>
      ) : (
        <p className="text-small">
          {url ?? t('none')} {eventTexts.join(' · ')}
        </p>
      )}
      {actions && url ? (
        <div className="mt-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-t border-line pt-4">
          <form action={actions.tryOut}>
            {hidden}
            <SmallButton>{t('try')}</SmallButton>
          </form>
          <form action={actions.pause}>
            {hidden}
            <input type="hidden" name="paused" value={pausedAt ? 'no' : 'yes'} />
            <SmallButton>{t(pausedAt ? 'resume' : 'pause')}</SmallButton>
          </form>
          <form action={actions.changeSecret} className="flex flex-wrap items-end gap-3">
            {hidden}
            <div className="min-w-72 [&>div]:mb-0">
              <SelectField
                name="signsFor"
                label={t('overlap')}
                errorPrefix={errorPrefix}
                defaultValue="1"
                options={OVERLAP_DAYS.map((days) => ({
                  value: String(days),
                  text: days === 0 ? t('overlapNow') : t('overlapDays', { days }),
                }))}
              />
            </div>
            <SmallButton>{t('rotate')}</SmallButton>
          </form>
        </div>
      ) : null}
      <DeliveryTable deliveries={deliveries} locale={locale} />
    </section>
  )
}
