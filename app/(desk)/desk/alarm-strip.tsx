import { getLocale } from 'next-intl/server'
import { AlarmBanner } from '#components/desk/alarm-banner.tsx'
import { pool } from '#lib/db/pool.ts'
import { listAlarms } from '#lib/desk/list-alarms.ts'
import { alarmMark } from '#lib/domain/desk-alarm.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { loadStaffAtWork } from '#lib/edge/staff-actor.ts'
import { answer } from './alarm/actions.ts'
import { AlarmWatch } from './alarm-watch.tsx'

/** Calls for help of the office of this shift, on every page of the desk; for whoever may answer one. */
export async function AlarmStrip() {
  const staff = await loadStaffAtWork()
  if (!staff) return null
  const { actor, office } = staff
  const listed = await listAlarms(pool(), { actor, officeId: office.id, now: new Date() })
  if (!listed.ok) return null
  const locale = (await getLocale()) as Locale
  return (
    <>
      {listed.value.map((alarm) => (
        <AlarmBanner key={alarm.id} alarm={alarm} staffId={actor.id} locale={locale} action={answer} />
      ))}
      <AlarmWatch shown={alarmMark(listed.value)} source="/desk/live" marks="/desk/alarm" />
    </>
  )
}
