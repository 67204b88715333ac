import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import {
  isRunning,
  ROOM_MINUTE_CHOICES,
  ROOM_MINUTES,
  type RoomKind,
  type RoomUse,
} from '#lib/domain/room.ts'
import { clockText } from '#lib/format/dates.ts'
import { CancelUse } from './cancel-use.tsx'
import { SmallButton } from './small-button.tsx'

export interface BoardRoom {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  readonly kind: RoomKind
  readonly seats: number
  readonly uses: readonly RoomUse[]
  readonly running: RoomUse | undefined
}

const FIELD = 'block min-h-9 w-full rounded-small border border-line-strong bg-surface px-2 text-small'

/** The rooms of today beside one another: who is in there and until when, and taking a free one in one act. */
export async function RoomBoard({
  rooms,
  tickets,
  locale,
  now,
  actions,
}: {
  rooms: readonly BoardRoom[]
  /** Who is in the house, by number. */
  tickets: readonly { readonly id: string; readonly number: string }[]
  locale: Locale
  now: Date
  actions: Readonly<Record<'take' | 'free', (form: FormData) => Promise<void>>>
}) {
  const t = await getTranslations('rooms')
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {rooms.map(({ id, name, kind, seats, uses, running }) => (
        <li key={id} className="grid content-start gap-3 rounded-card border border-line p-4">
          <div className="flex items-baseline justify-between gap-2">
            <h2 className="mb-0">{name[locale]}</h2>
            <span className="text-small text-ink-soft">{t('seats', { seats })}</span>
          </div>
          {running ? (
            <form action={actions.free} className="grid gap-2">
              <input type="hidden" name="use" value={running.id} />
              <p className="rounded-small bg-warn-tint px-3 py-2 font-semibold text-warn tabular-nums">
                {running.number ? t('takenBy', { number: running.number }) : t('taken')}
                <span className="block text-small font-normal">
                  {t('until', { time: clockText(locale, running.endsAt) })}
                </span>
              </p>
              <SmallButton>{t('free')}</SmallButton>
            </form>
          ) : (
            <form action={actions.take} className="grid gap-2">
              <input type="hidden" name="room" value={id} />
              <p className="rounded-small bg-ok-tint px-3 py-2 font-semibold text-ok">{t('isFree')}</p>
              <label className="text-small">
                {t('for')}
                <select name="ticket" defaultValue="" className={FIELD}>
                  <option value="">{t('nobody')}</option>
                  {tickets.map((ticket) => (
                    <option key={ticket.id} value={ticket.id}>
                      {ticket.number}
                    </option>
                  ))}
                </select>
              </label>
              <label className="text-small">
                {t('minutesLabel')}
                <select name="minutes" defaultValue={ROOM_MINUTES[kind]} className={FIELD}>
                  {ROOM_MINUTE_CHOICES.map((minutes) => (
                    <option key={minutes} value={minutes}>
                      {t('minutes', { minutes })}
                    </option>
                  ))}
                </select>
              </label>
              <SmallButton isMain>{t('take')}</SmallButton>
            </form>
          )}
          {uses.length > 0 ? (
            <ol className="grid gap-1 border-t border-line pt-2 text-small text-ink-soft tabular-nums">
              {uses.map((use) => (
                <li key={use.id} aria-current={isRunning(use, now) ? 'true' : undefined}>
                  {clockText(locale, use.startsAt)}–{clockText(locale, use.endedAt ?? use.endsAt)}
                  {use.startsAt > now ? <CancelUse use={use} action={actions.free} /> : null}
                </li>
              ))}
            </ol>
          ) : (
            <p className="border-t border-line pt-2 text-small text-ink-soft">{t('unused')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
