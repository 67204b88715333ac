import { gzipSync } from 'node:zlib'
import { buildEmptyApplication } from './empty-application.ts'
import { scriptsOfPages, weigh } from './page-scripts.ts'
import type { Row } from './row.ts'

/** The couples' pages; `(couple)` is no part of their address. */
const COUPLES_PAGES = '(couple)'
/** Pages that show themselves to anybody, to be weighed as they arrive. */
const OPEN_PAGES = ['/', '/book/service', '/guides/marriage', '/guides/agreement']

/**
 * What the couples' pages weigh. Scripts are read from the build: all that a page may load, without the polyfills that
 * only old browsers fetch, less those of an empty page of the same Next.
 */
export async function measurePages(
  address: string,
  say: (line: string) => void,
  openPages: readonly string[] = OPEN_PAGES,
): Promise<Row[]> {
  const folder = await buildEmptyApplication(say)
  const [empty] = scriptsOfPages(folder, '.').values()
  if (!empty) throw new Error('the empty application has no page')
  const control = weigh(folder, empty)
  const weights = [...scriptsOfPages('.', COUPLES_PAGES)].map(
    ([page, files]) => [page, weigh('.', files)] as const,
  )
  const [heaviest = '', most = 0] = weights.toSorted(([, one], [, other]) => other - one)[0] ?? []
  for (const [page, weight] of weights) say(`${page}: ${(weight - control).toFixed(1)} KiB of own JavaScript`)
  return [
    {
      what: 'own JavaScript of the heaviest page',
      unit: 'KiB',
      measured: most - control,
      goal: { most: 20 },
      note: `${heaviest} of ${weights.length} pages; all scripts ${most.toFixed(1)} KiB gzip, an empty Next page ${control.toFixed(1)}`,
    },
    ...(await weighOpenPages(address, openPages)),
  ]
}

async function weighOpenPages(address: string, pages: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const page of pages) {
    const answer = await fetch(`${address}${page}`, { redirect: 'manual' })
    if (!answer.ok) continue
    const html = await answer.text()
    const sheets = new Set([...html.matchAll(/href="([^"]+\.css[^"]*)"/g)].map(([, path]) => path ?? ''))
    const texts = await Promise.all([...sheets].map(async (path) => (await fetch(address + path)).text()))
    const bytes = [html, ...texts].reduce((sum, text) => sum + gzipSync(text).length, 0)
    rows.push({ what: `page ${page}, HTML and styles`, unit: 'KiB', measured: bytes / 1024 })
  }
  return rows
}
