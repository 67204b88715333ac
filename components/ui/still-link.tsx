import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link that changes what stands beside it and leaves the rest of the page, and where one looks, as it is. */
export function StillLink(props: Omit<ComponentProps<typeof Link>, 'prefetch' | 'scroll'>) {
  return <Link prefetch={false} scroll={false} {...props} />
}
