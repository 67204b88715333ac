import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import type { Seats } from '#lib/domain/week-board.ts'

/** Booked, free and total of some time, with a bar of how full it is; where it leads somewhere the whole cell is the link. */
export async function SeatsCell({
  seats,
  href,
  about,
  isSum = false,
}: {
  seats: Seats | undefined
  href?: string | undefined
  /** Which time it is, for those who hear the cell alone. */
  about: string
  isSum?: boolean
}) {
  const t = await getTranslations('hours.week')
  if (!seats || seats.booked + seats.total === 0)
    return (
      <span className="block px-2 text-ink-soft">
        <span aria-hidden="true">·</span>
        <span className="sr-only">{t('nothing')}</span>
      </span>
    )
  const { booked, free, total } = seats
  const full = total > 0 ? Math.min(100, Math.round(((total - free) / total) * 100)) : 0
  const text = (
    <>
      <span className="sr-only">
        {href ? `${about} ` : ''}
        {t('cell', { booked, free, total })}
      </span>
      <span aria-hidden="true" className="flex items-baseline gap-1.5">
        <b className={classNames('font-semibold', booked === 0 && 'font-normal')}>{booked}</b>
        <span className={free === 0 ? 'text-stop' : 'text-ok'}>{free}</span>
        <span className="text-ink-soft">{total}</span>
      </span>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="mt-0.5 block h-1 w-full"
      >
        <rect width="100" height="4" className="fill-sunken" />
        <rect width={full} height="4" className={free === 0 ? 'fill-stop' : 'fill-accent'} />
      </svg>
    </>
  )
  const look = classNames('block rounded-small px-2 py-1 tabular-nums', isSum && 'font-semibold')
  return href ? (
    <a href={href} className={classNames(look, 'text-ink no-underline hover:bg-accent-tint')}>
      {text}
    </a>
  ) : (
    <span className={look}>{text}</span>
  )
}
