'use client'

import { usePathname } from 'next/navigation'

/** The pages of somebody's role; the one they are on is marked. */
export function DeskNav({
  label,
  pages,
}: {
  label: string
  /** Each with the address it leads to, and behind it the others that belong to it. */
  pages: readonly { readonly hrefs: readonly [string, ...string[]]; readonly text: string }[]
}) {
  const path = usePathname()
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-1">
        {pages.map(({ hrefs, text }) => {
          const [href] = hrefs
          const isHere = hrefs.some((one) => path === one || (one !== '/desk' && path.startsWith(`${one}/`)))
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
