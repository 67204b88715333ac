import { getTranslations } from 'next-intl/server'
import type { FreeDay } from '#lib/desk/list-free-times.ts'
import { SEAT_REASONS } from '#lib/domain/added-seat.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'

const CARD = 'block rounded-small border px-2.5 py-2 text-small tabular-nums'

/** The times of a day with their free seats; at a full one whoever has the right may add a seat. */
export async function TimeGrid({
  day,
  service,
  locale,
  addSeat,
}: {
  day: FreeDay
  service: Service
  locale: Locale
  addSeat: ((form: FormData) => Promise<void>) | undefined
}) {
  const t = await getTranslations('front.book')
  return (
    <section aria-labelledby="times">
      <h2 id="times">{t('times', { day: dayText(locale, day.date, 'long') })}</h2>
      <p className="mb-3 text-small text-ink-soft">{t('timesHint')}</p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-1.5">
        {day.slots.map(({ id, startTime, endTime, capacity, taken }) => (
          <li key={id}>
            {capacity > taken ? (
              <a
                href={`/desk/book/people?${new URLSearchParams({ service, slot: String(id) })}`}
                className={`${CARD} border-line-strong bg-surface text-ink no-underline`}
              >
                <b className="block">
                  {startTime}–{endTime}
                </b>
                {t('left', { count: capacity - taken })}
              </a>
            ) : (
              <div className={`${CARD} border-line bg-sunken text-ink-soft`}>
                <b className="block">
                  {startTime}–{endTime}
                </b>
                {addSeat ? (
                  <details>
                    <summary className="min-h-6 cursor-pointer underline underline-offset-4">
                      {t('fullAdd')}
                    </summary>
                    <form action={addSeat} className="mt-2 grid gap-1.5">
                      <input type="hidden" name="slot" value={id} />
                      <input type="hidden" name="service" value={service} />
                      <input type="hidden" name="day" value={day.date} />
                      <label className="grid gap-1">
                        {t('reason')}
                        <select
                          name="reason"
                          className="min-h-9 w-full rounded-small border border-line-strong bg-surface px-1 text-ink"
                        >
                          {SEAT_REASONS.map((reason) => (
                            <option key={reason} value={reason}>
                              {t(`seatReasons.${reason}`)}
                            </option>
                          ))}
                        </select>
                      </label>
                      <button
                        type="submit"
                        className="min-h-9 cursor-pointer rounded-small border border-line-strong bg-surface text-accent-deep"
                      >
                        {t('add')}
                      </button>
                    </form>
                  </details>
                ) : (
                  t('full')
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
