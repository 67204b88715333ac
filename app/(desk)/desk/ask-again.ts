import type { useRouter } from 'next/navigation'

/** Asks for what stands beside the list again, and for nothing else: the same address is the same list. */
export function askAgain(router: ReturnType<typeof useRouter>): void {
  router.replace(location.pathname + location.search, { scroll: false })
}
