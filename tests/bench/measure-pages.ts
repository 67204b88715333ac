import { rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { buildEmptyPage } from './build-empty-page.ts'
import type { Row } from './row.ts'
import { weighBuild } from './weigh-build.ts'
import type { World } from './world.ts'

const KIB = 1024
/** Pages that anybody can open; what they weigh as text is measured over HTTP. */
const OPEN_PAGES = ['/', '/book/service', '/guides/marriage', '/offices', '/appointment', '/sign-in']

/** What the couples' pages weigh on the way to a phone: own JavaScript over an empty page, and the page itself. */
export async function measurePages(world: World, say: (line: string) => void): Promise<Row[]> {
  const folder = buildEmptyPage()
  const empty = Math.min(...weighBuild(folder).values())
  rmSync(folder, { recursive: true, force: true })
  const couples = [...weighBuild('.')].filter(([route]) => route.startsWith('/(couple)'))
  for (const [route, weight] of couples)
    say(`${route}: ${kib(weight)} KiB of JavaScript, ${kib(weight - empty)} our own`)
  const [heaviest, weight] = couples.reduce((most, one) => (one[1] > most[1] ? one : most))
  const pages = await Promise.all(OPEN_PAGES.map((path) => weighPage(world.port, path)))
  const largest = pages.reduce((most, one) => (one.bytes > most.bytes ? one : most))
  return [
    {
      what: 'own JavaScript of the heaviest couples’ page',
      unit: 'KiB',
      measured: kib(weight - empty),
      goal: { most: 20 },
      note: `${heaviest}: ${kib(weight)} KiB in all after gzip; an empty Next page has ${kib(empty)} KiB`,
    },
    {
      what: 'HTML of the largest open page',
      unit: 'KiB',
      measured: kib(largest.bytes),
      goal: { most: 25 },
      note: `${largest.path}, after gzip`,
    },
  ]
}

async function weighPage(port: number, path: string): Promise<{ path: string; bytes: number }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-language': 'zh-CN' } })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return { path, bytes: gzipSync(await answer.text()).length }
}

function kib(bytes: number): number {
  return Math.round((bytes / KIB) * 10) / 10
}
