import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type KeyState, OVERLAP_DAYS } from '#lib/domain/channel.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { SmallButton } from './small-button.tsx'

type Act = (form: FormData) => Promise<void>

export interface KeyLine {
  readonly id: string
  readonly prefix: string
  readonly state: KeyState
  readonly createdAt: Date
  readonly createdByName: string | null
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
}

const TONES = { works: 'ok', ending: 'warn', over: 'plain', revoked: 'stop' } as const

/** The keys of a channel by their beginnings; a new one is issued, an old one revoked. */
export async function KeyList({
  channelId,
  keys,
  actions,
  locale,
}: {
  channelId: string
  keys: readonly KeyLine[]
  /** None for somebody who only looks. */
  actions: { readonly issue: Act; readonly revoke: Act } | undefined
  locale: Locale
}) {
  const t = await getTranslations('channels.key')
  const errorPrefix = (await getTranslations('common'))('error')
  const stateText = ({ state, expiresAt }: KeyLine) =>
    expiresAt && state === 'ending'
      ? t('state.ending', { until: instantText(locale, expiresAt) })
      : t(`state.${state}`)
  const hasLive = keys.some(({ state }) => state === 'works' || state === 'ending')
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('title')}</h2>
      {keys.length === 0 ? <p className="mb-3 text-small text-ink-soft">{t('none')}</p> : null}
      {keys.length > 0 ? (
        <DataTable
          caption={t('title')}
          heads={[
            { text: t('prefix') },
            { text: t('made') },
            { text: t('lastUsed') },
            { text: t('stateHead') },
            { text: t('act'), hidden: true },
          ]}
        >
          {keys.map((key) => (
            <tr key={key.id} className="border-b border-line">
              <td className="px-2 font-mono whitespace-nowrap">{key.prefix}…</td>
              <td className="px-2 whitespace-nowrap">
                {t('madeBy', {
                  by: key.createdByName ?? t('operator'),
                  at: instantText(locale, key.createdAt),
                })}
              </td>
              <td className="px-2 whitespace-nowrap text-ink-soft">
                {key.lastUsedAt ? instantText(locale, key.lastUsedAt) : t('never')}
              </td>
              <td className="px-2 whitespace-nowrap">
                <Tag tone={TONES[key.state]}>{stateText(key)}</Tag>
              </td>
              <td className="px-2 py-1 text-right">
                {actions && key.state !== 'revoked' && key.state !== 'over' ? (
                  <form action={actions.revoke}>
                    <input type="hidden" name="id" value={channelId} />
                    <input type="hidden" name="key" value={key.id} />
                    <SmallButton>
                      {t('revoke')}
                      <span className="sr-only"> {key.prefix}</span>
                    </SmallButton>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </DataTable>
      ) : null}
      {actions ? (
        <form action={actions.issue} className="mt-3 flex flex-wrap items-end gap-3">
          <input type="hidden" name="id" value={channelId} />
          {hasLive ? (
            <div className="min-w-72 [&>div]:mb-0">
              <SelectField
                name="overlap"
                label={t('overlap')}
                errorPrefix={errorPrefix}
                defaultValue="7"
                options={[
                  ...OVERLAP_DAYS.map((days) => ({
                    value: String(days),
                    text: days === 0 ? t('overlapNow') : t('overlapDays', { days }),
                  })),
                  { value: 'keep', text: t('overlapKeep') },
                ]}
              />
            </div>
          ) : null}
          <Button type="submit" kind="second" wide={false}>
            {t(hasLive ? 'rotate' : 'issue')}
          </Button>
        </form>
      ) : null}
      <p className="mt-2 text-small text-ink-soft">{t('hint')}</p>
    </section>
  )
}
