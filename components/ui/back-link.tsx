/** One step back in the journey; the answers stay. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="no-print inline-flex min-h-11 items-center gap-1 text-small text-ink-soft no-underline"
    >
      <span aria-hidden="true">‹</span> {children}
    </a>
  )
}
