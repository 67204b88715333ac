import type { useRouter } from 'next/navigation'

type Router = ReturnType<typeof useRouter>

/** After so long nobody is on the way any more: the network has gone, or the clerk went elsewhere. */
const GIVEN_UP_MS = 5000

let wanted: { readonly address: string; readonly until: number } | undefined

const here = () => location.pathname + location.search

/** Notes that the page is about to show another address. */
export function setOut(address: string): void {
  wanted = { address, until: performance.now() + GIVEN_UP_MS }
}

/** Goes where an act has led; at the address where one is already, what stands beside the list is asked for again. */
export function goOn(router: Router, address: string): void {
  const isHere = address === here()
  setOut(address)
  if (isHere) router.replace(address, { scroll: false })
  else router.push(address, { scroll: false })
}

/**
 * Asks for what stands beside the list again, and for nothing else: the same address is the same list. Not on the way
 * to another address: that would be called back.
 */
export function askAgain(router: Router): void {
  const isOnTheWay = wanted && wanted.address !== here() && performance.now() < wanted.until
  if (!isOnTheWay) router.replace(here(), { scroll: false })
}
