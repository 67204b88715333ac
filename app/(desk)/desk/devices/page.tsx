import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { QrDrawing } from '#components/booking/qr-drawing.tsx'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { DeviceForm } from '#components/hall/device-form.tsx'
import { DeviceTable } from '#components/hall/device-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { pool } from '#lib/db/pool.ts'
import { listDevices } from '#lib/desk/list-devices.ts'
import { listWindows } from '#lib/desk/list-windows.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readDeviceLink } from '#lib/edge/device-cookie.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { addDevice, closeDevice } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hall.devices'))('title') }
}

/** The screens of the office of the shift. */
export default async function DevicesPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('pair-device')
  const { wrong, done } = await searchParams
  const t = await getTranslations('hall.devices')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const listed = await listDevices(pool(), { actor, officeId: office.id })
  const devices = listed.ok ? listed.value : []
  const windows = await listWindows(pool(), { actor, officeId: office.id })
  const link = await readDeviceLink()
  const isOpen = devices.some(({ id, pairedAt }) => id === link?.deviceId && pairedAt === null)
  return (
    <DeskPane
      title={t('title')}
      lead={`${office.name[locale]} · ${t('lead')}`}
      back={{ href: '/desk/manage', text: manage('back') }}
      aside={
        <a className="prose-link inline-flex min-h-11 items-center text-small" href={`/display/${office.id}`}>
          {t('open')}
        </a>
      }
    >
      {done ? <Notice tone="ok" role="status" title={t('ended')} /> : null}
      {link && isOpen ? (
        <Notice tone="warn" title={t('link')}>
          <p className="mb-2 text-small">{t('linkText')}</p>
          <p className="mb-3 font-mono text-small break-all select-all">{link.address}</p>
          <QrDrawing text={t('qr')} drawing={await drawQrCode(link.address)} />
        </Notice>
      ) : null}
      <DeviceTable devices={devices} locale={locale} end={closeDevice} />
      <p className="text-small text-ink-soft">{t('publicText')}</p>
      <DeviceForm
        action={addDevice}
        windows={windows.ok ? windows.value.map(({ name }) => name) : []}
        wrong={wrong === 'name' || wrong === 'window' ? wrong : undefined}
      />
    </DeskPane>
  )
}
