import { getTranslations } from 'next-intl/server'
import { stateOf } from '#app/(couple)/appointment/[code]/state-of.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { RowLinks } from '#components/ui/row-links.tsx'
import type { TrailEntry } from '#lib/audit/list-trail.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type NextStep, nextStep } from '#lib/domain/next-step.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** States that are told by the heading of their own page. */
const BY_HEADING: readonly string[] = ['awaiting-you', 'move-waiting', 'move-asked', 'displaced', 'kept-open']

/** Appointments as rows: when, what and where, how it stands, and what to do next behind the link. */
export async function AppointmentRows({
  appointments,
  enders,
  now,
}: {
  appointments: readonly AppointmentView[]
  enders: ReadonlyMap<string, TrailEntry>
  now: Date
}) {
  const t = await getTranslations('mine')
  const words = await getTranslations('appointment')
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const thisYear = shanghaiToday(now).slice(0, 4)
  const officeIds = [...new Set(appointments.map(({ officeId }) => officeId))]
  const offices = new Map(await Promise.all(officeIds.map(async (id) => [id, await getOffice(id)] as const)))
  return (
    <RowLinks
      rows={appointments.map((one) => {
        const step = nextStep(one, now)
        const { date, startTime } = timeInForce(one)
        const style = date.startsWith(thisYear) ? 'short' : 'plain'
        return {
          href: hrefOf(one, step),
          title: (
            <span className="break-keep tabular-nums">
              {dayText(locale, date, style)} {startTime}
            </span>
          ),
          hint: (
            <>
              <span className="block">
                {services(`${one.service}.neutral`)}
                {` · ${offices.get(one.officeId)?.name[locale] ?? ''}`}
              </span>
              <span className="block font-semibold text-ink">{statusOf(one)}</span>
              {step === 'nothing' ? null : <span className="block">{t(`step.${step}`)}</span>}
            </>
          ),
        }
      })}
    />
  )

  function statusOf(one: AppointmentView): string {
    const state = stateOf(one, now)
    if (state === 'past') return words('status.past')
    if (BY_HEADING.includes(state)) return words(`heading.${state}`)
    const ender = enders.get(one.id)
    const key = `ended.${one.status}.${ender?.who}`
    if (!ender || !t.has(key)) return words(`status.${one.status}`)
    return ender.who === 'channel' && !ender.name
      ? words(`status.${one.status}`)
      : t(key, { name: ender.name ?? '' })
  }
}

function hrefOf({ code }: AppointmentView, step: NextStep): string {
  return step === 'agree' ? `/agree?code=${code}` : `/appointment/${code}`
}
