'use client'

import { usePathname } from 'next/navigation'

/** The pages of somebody's role; the one they are on is marked. */
export function DeskNav({
  label,
  pages,
}: {
  label: string
  pages: readonly { readonly href: string; readonly text: string }[]
}) {
  const path = usePathname()
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-1">
        {pages.map(({ href, text }) => {
          const isHere = path === href || (href !== '/desk' && path.startsWith(`${href}/`))
          return (
            <li key={href}>
              <a
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className="inline-flex min-h-11 items-center px-1 text-ink-soft no-underline aria-[current=page]:font-bold aria-[current=page]:text-ink"
              >
                {text}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
