import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChannelFields } from '#components/desk/channel-fields.tsx'
import { ChannelTable } from '#components/desk/channel-table.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listChannels } from '#lib/identity/list-channels.ts'
import { addChannel } from './actions.ts'
import { channelRegions } from './channel-regions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('channels'))('title') }
}

/** Mini-programs, apps and hotlines that book through the API, and a form for a new one. */
export default async function ChannelsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-channels')
  const { wrong } = await searchParams
  const t = await getTranslations('channels')
  const manage = await getTranslations('manage')
  const errorPrefix = (await getTranslations('common'))('error')
  const locale = (await getLocale()) as Locale
  const listed = await listChannels(pool(), { actor, office, now: new Date() })
  const regions = await channelRegions(actor, office, { locale, nation: t('nation') })
  const channels = listed.ok ? listed.value : []
  return (
    <DeskWork title={t('title')} back={{ href: '/desk/manage', text: manage('back') }}>
      <p className="mb-3 max-w-[720px] text-small text-ink-soft">{t('lead')}</p>
      <Card className="mb-6 px-2 py-1">
        <ChannelTable channels={channels} locale={locale} />
        {channels.length === 0 ? <p className="px-2 py-3 text-small">{t('none')}</p> : null}
      </Card>
      {regions.length > 0 ? (
        <Card className="max-w-[560px] px-5 py-4">
          <details open={wrong !== undefined || channels.length === 0}>
            <summary id="make" className="min-h-11 cursor-pointer py-2 text-lead font-semibold">
              {t('make')}
            </summary>
            <form action={addChannel} noValidate className="pt-3">
              <ChannelFields wrong={wrong} />
              <SelectField
                name="region"
                label={t('region')}
                hint={t('regionHint')}
                error={wrong === 'region' ? t('fault.region') : undefined}
                errorPrefix={errorPrefix}
                options={regions}
              />
              <Button type="submit" wide={false}>
                {t('makeSubmit')}
              </Button>
            </form>
          </details>
        </Card>
      ) : null}
    </DeskWork>
  )
}
