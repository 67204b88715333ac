import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deskPages } from '#app/(desk)/desk/desk-pages.ts'
import { MANAGE_PAGES } from '#app/(desk)/desk/manage/manage-pages.ts'
import { readTree } from './architecture/read-tree.ts'

const root = resolve(import.meta.dirname, '..')
const paths = readTree(root).map(({ path }) => path)
const textOf = (path: string) => readFileSync(resolve(root, path), 'utf8')

/** The gate itself, or what the page's own folder has in front of it and leads through the gate. */
const LOADERS = paths
  .filter(
    (path) => /^app\/\(desk\)\/.*\/load-[a-z-]+\.ts$/.test(path) && /await requireStaff\(/.test(textOf(path)),
  )
  .flatMap((path) => [...textOf(path).matchAll(/^export async function (\w+)/gm)].map(([, name]) => name))
const GATE = new RegExp(
  `await (${['requireStaff', 'requirePost', 'requireSignedInStaff', ...LOADERS].join('|')})\\(`,
)

/** Where somebody stands who is not signed in, or not quite: the ways in. */
const WAYS_IN = /^app\/\(desk\)\/desk\/(sign-in|activate)\//

describe('nobody comes to a desk but by the gate', () => {
  const doors = paths.filter((path) => /^app\/\(desk\)\/.*\/(page\.tsx|route\.ts)$/.test(path))

  test('there are doors', () => {
    expect(doors.length).toBeGreaterThanOrEqual(5)
  })

  test.each(doors.filter((path) => !WAYS_IN.test(path)))('%s', (path) => {
    const [, ...handlers] = textOf(path).split(/^export (?:default )?async function (?!generateMetadata)/m)
    expect(handlers.length).toBeGreaterThan(0)
    for (const handler of handlers) expect(handler).toMatch(GATE)
  })

  // A layout is drawn once and stays: what it reads is behind the gate, too.
  const frames = paths.filter(
    (path) => /^app\/\(desk\)\/.*\/layout\.tsx$/.test(path) && /pool\(\)/.test(textOf(path)),
  )

  test.each(frames)('%s', (path) => {
    expect(textOf(path)).toMatch(GATE)
  })

  const actions = paths.filter((path) => /^app\/\(desk\)\/.*\/actions\.ts$/.test(path) && !WAYS_IN.test(path))

  test.each(actions)('every action of %s', (path) => {
    const [, ...handlers] = textOf(path).split(/^export async function /m)
    expect(handlers.length).toBeGreaterThan(0)
    for (const handler of handlers) expect(handler).toMatch(GATE)
  })
})

describe('every verb that takes a member of staff asks what they may', () => {
  // About nobody but the one who asks.
  const OWN = ['change-password', 'choose-post', 'end-own-shifts', 'list-own-shifts', 'list-posts']
  const own = new RegExp(`^lib/identity/(${OWN.join('|')})\\.ts$`)
  const verbs = paths.filter(
    (path) =>
      /^lib\/(?!domain|edge|api)[a-z]+\/[a-z-]+\.ts$/.test(path) && /actor: StaffActor/.test(textOf(path)),
  )

  test.each(verbs.filter((path) => !own.test(path)))('%s', (path) => {
    expect(textOf(path)).toMatch(
      /(refuseStaff|refuseStaffAt|mayDo|mayDoAt|mayDoForRegion|placesFor|looksAfter|changeStaff|openGate|refuseAtOffice|refuseChange|openScope|mayForScope|showNumbers|findTrailScope|changeChannel|showChannel|listApprovals)[(<]/,
    )
  })
})

describe('the bar above says where somebody is', () => {
  const shaping = Object.values(MANAGE_PAGES).flat()

  test.each(shaping)('$href belongs to one word of it', ({ href, act }) => {
    const words = deskPages([act]).filter((page) =>
      [page.href, ...(page.holds ?? [])].some((one) => href === one || href.startsWith(`${one}/`)),
    )
    expect(words.map(({ name }) => name)).toEqual(['manage'])
  })
})
