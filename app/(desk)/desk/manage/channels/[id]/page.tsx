import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChannelFields } from '#components/desk/channel-fields.tsx'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { KeyList } from '#components/desk/key-list.tsx'
import { WebhookPanel } from '#components/desk/webhook-panel.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showChannelWebhook } from '#lib/booking/show-channel-webhook.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readShownSecret } from '#lib/edge/shown-secret.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { showChannel } from '#lib/identity/show-channel.ts'
import {
  changeSecret,
  issueKey,
  pause,
  putAway,
  revokeKey,
  saveChannel,
  saveWebhook,
  tryOut,
} from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('channels'))('title') }
}

const OF_WEBHOOK = ['wrong-value', 'not-https', 'private-address', 'no-events', 'no-webhook']

/** One channel: what it may do, its keys, where it is told of changes and how that goes. */
export default async function ChannelPage({
  params,
  searchParams,
}: {
  params: Promise<{ readonly id: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-channels')
  const { id: channelId } = await params
  const { done, wrong, tried, why } = await searchParams
  const about = { actor, office, channelId, now: new Date() }
  const shown = await showChannel(pool(), about)
  const hooked = await showChannelWebhook(pool(), about)
  if (!shown.ok || !hooked.ok) notFound()
  const { channel, keys, mayEdit } = shown.value
  const t = await getTranslations('channels')
  const locale = (await getLocale()) as Locale
  const secret = await readShownSecret(channelId)
  const fault = wrong && t(t.has(`fault.${wrong}`) ? `fault.${wrong}` : 'fault.other')
  const isFault = why !== undefined && t.has(`tried.why.${why}`) && why !== 'status'
  const said = isFault ? t(`tried.why.${why}`) : t('tried.why.status', { status: why ?? '' })
  const region = channel.regionName?.[locale] ?? channel.regionCode ?? t('nation')
  return (
    <DeskPane
      title={channel.name}
      lead={t('leadOf', { kind: t(`kind.${channel.kind}`), region })}
      aside={<BackLink href="/desk/manage/channels">{t('back')}</BackLink>}
    >
      {fault ? <Notice tone="stop" role="alert" title={fault} /> : null}
      {done && t.has(`done.${done}`) ? <Notice tone="ok" role="status" title={t(`done.${done}`)} /> : null}
      {tried ? (
        <Notice
          tone={tried === 'yes' ? 'ok' : 'stop'}
          role="status"
          title={t(tried === 'yes' ? 'tried.yes' : 'tried.no', { why: said })}
        />
      ) : null}
      {secret ? (
        <Notice tone="warn" title={t(`secret.${secret.kind}`)}>
          <p className="mb-2 text-small">{t('secret.text')}</p>
          <p className="mb-3 font-mono text-small break-all select-all">{secret.value}</p>
          <form action={putAway}>
            <input type="hidden" name="id" value={channelId} />
            <Button type="submit" kind="second" wide={false}>
              {t('secret.putAway')}
            </Button>
          </form>
        </Notice>
      ) : null}
      {mayEdit ? (
        <section aria-labelledby="setting" className="max-w-[560px]">
          <h2 id="setting">{t('setting')}</h2>
          <form action={saveChannel} noValidate>
            <input type="hidden" name="id" value={channelId} />
            <ChannelFields values={channel} wrong={wrong} />
            <label htmlFor="active" className="mb-4 flex min-h-9 items-center gap-2">
              <input
                id="active"
                type="checkbox"
                name="active"
                defaultChecked={channel.active}
                className="size-5 flex-none accent-accent"
              />
              {t('activeLabel')}
            </label>
            <Button type="submit" kind="second" wide={false}>
              {t('save')}
            </Button>
          </form>
        </section>
      ) : (
        <p className="text-small text-ink-soft">{t('onlyLooks')}</p>
      )}
      <KeyList
        channelId={channelId}
        keys={keys}
        actions={mayEdit && channel.active ? { issue: issueKey, revoke: revokeKey } : undefined}
        locale={locale}
      />
      <WebhookPanel
        channelId={channelId}
        webhook={hooked.value}
        actions={mayEdit ? { save: saveWebhook, changeSecret, pause, tryOut } : undefined}
        error={wrong && OF_WEBHOOK.includes(wrong) ? fault : undefined}
        locale={locale}
      />
    </DeskPane>
  )
}
