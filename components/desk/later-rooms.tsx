import { getTranslations } from 'next-intl/server'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { ROOM_DAYS_AHEAD, ROOM_MINUTE_CHOICES, type RoomUse } from '#lib/domain/room.ts'
import { clockText, dayText } from '#lib/format/dates.ts'
import { CancelUse } from './cancel-use.tsx'
import { SmallButton } from './small-button.tsx'
import { FIELD_LOOK } from './step-button.tsx'

type Name = Readonly<Record<Locale, string>>

/** A room for a later time: what is booked from tomorrow on, and booking one more, today or on another day. */
export async function LaterRooms({
  rooms,
  uses,
  locale,
  now,
  actions,
}: {
  rooms: readonly { readonly id: string; readonly name: Name }[]
  /** From tomorrow on, by time. */
  uses: readonly (RoomUse & { readonly room: Name })[]
  locale: Locale
  now: Date
  actions: Readonly<Record<'book' | 'free', (form: FormData) => Promise<void>>>
}) {
  const t = await getTranslations('rooms')
  const today = shanghaiToday(now)
  return (
    <section className="mt-6 grid gap-3" aria-labelledby="later">
      <h2 id="later" className="mb-0">
        {t('later.title')}
      </h2>
      <form action={actions.book} className="flex flex-wrap items-end gap-3">
        <label className="w-40 text-small">
          {t('later.room')}
          <select name="room" className={FIELD_LOOK}>
            {rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
        <label className="w-40 text-small">
          {t('later.day')}
          <input
            type="date"
            name="day"
            required
            defaultValue={today}
            min={today}
            max={addDays(today, ROOM_DAYS_AHEAD)}
            className={FIELD_LOOK}
          />
        </label>
        <label className="w-32 text-small">
          {t('later.time')}
          <input type="time" name="time" required className={FIELD_LOOK} />
        </label>
        <label className="w-32 text-small">
          {t('minutesLabel')}
          <select name="minutes" defaultValue={60} className={FIELD_LOOK}>
            {ROOM_MINUTE_CHOICES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('minutes', { minutes })}
              </option>
            ))}
          </select>
        </label>
        <SmallButton isMain>{t('later.submit')}</SmallButton>
      </form>
      <p className="text-small text-ink-soft">{t('later.hint')}</p>
      {uses.length === 0 ? (
        <p className="text-small text-ink-soft">{t('later.none')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-small tabular-nums">
          {uses.map((use) => (
            <li key={use.id} className="flex min-h-10 flex-wrap items-center gap-x-3">
              <span>{dayText(locale, shanghaiToday(use.startsAt))}</span>
              <span>
                {clockText(locale, use.startsAt)}–{clockText(locale, use.endsAt)}
              </span>
              <b>{use.room[locale]}</b>
              <CancelUse use={use} action={actions.free} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
