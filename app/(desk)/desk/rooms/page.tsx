import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { LaterRooms } from '#components/desk/later-rooms.tsx'
import { RoomBoard } from '#components/desk/room-board.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { listLaterRooms } from '#lib/desk/list-later-rooms.ts'
import { listRooms } from '#lib/desk/list-rooms.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { counsellorsNow } from '#lib/domain/counselling-hours.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { listCounsellingHours } from '#lib/office/list-counselling-hours.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { lineTexts } from '../line-texts.ts'
import { LiveMark } from '../live-mark.tsx'
import { book, free, take } from './actions.ts'

const GONE: readonly string[] = ['done', 'left', 'undone']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rooms'))('title') }
}

/** The rooms of the office today, and which counsellor is in the house. */
export default async function RoomsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('use-room')
  const now = new Date()
  const t = await getTranslations('rooms')
  const locale = (await getLocale()) as Locale
  const wish = { actor, officeId: office.id, now }
  const rooms = await listRooms(pool(), wish)
  const day = await listDay(pool(), { ...wish, date: shanghaiToday(now) })
  const later = await listLaterRooms(pool(), wish)
  if (!rooms.ok || !later.ok || !day.ok) throw new Error('the rooms of today are not there')
  const hours = await listCounsellingHours(pool(), office.id, now)
  const here = counsellorsNow(hours, await loadCalendar(pool(), now), now)
  const tickets = day.value.entries.flatMap(({ ticket }) =>
    ticket && !GONE.includes(ticket.state) ? [{ id: ticket.id, number: ticketNumber(ticket) }] : [],
  )
  const { refused } = await searchParams
  return (
    <DeskPane
      title={t('title')}
      lead={t('lead')}
      aside={<LiveMark source="/desk/live" time="" texts={await lineTexts()} />}
    >
      {refused ? (
        <Notice
          tone="warn"
          role="alert"
          title={t.has(`refused.${refused}` as never) ? t(`refused.${refused}` as never) : t('refused.other')}
        />
      ) : null}
      {rooms.value.length === 0 ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : (
        <>
          <RoomBoard
            rooms={rooms.value}
            tickets={tickets}
            locale={locale}
            now={now}
            actions={{ take, free }}
          />
          <LaterRooms
            rooms={rooms.value}
            uses={later.value}
            locale={locale}
            now={now}
            actions={{ book, free }}
          />
        </>
      )}
      <section className="grid gap-1">
        <h2>{t('counsellor.title')}</h2>
        {hours.length === 0 ? <p className="text-ink-soft">{t('counsellor.never')}</p> : null}
        {hours.length > 0 && here.length === 0 ? <p>{t('counsellor.nobody')}</p> : null}
        {here.map(({ id, name, closes }) => (
          <p key={id} className="font-semibold">
            {t('counsellor.here', { name, closes })}
          </p>
        ))}
        <p className="text-small text-ink-soft">{t('counsellor.voluntary')}</p>
      </section>
    </DeskPane>
  )
}
