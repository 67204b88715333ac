/** The way to a calendar file of the dates, with what others who see the calendar will read. */
export function CalendarLink({ href, text, hint }: { href: string; text: string; hint: string }) {
  return (
    <p className="no-print">
      <a className="prose-link inline-flex min-h-11 items-center" href={href}>
        {text}
      </a>
      <span className="block text-small text-ink-soft">{hint}</span>
    </p>
  )
}
