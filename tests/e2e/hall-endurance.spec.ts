import { bringVoice } from '#tests/support/browser/bring-voice.ts'
import { openHall } from '#tests/support/browser/open-hall.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const DISPLAY = { viewport: { width: 1920, height: 1080 } }

declare global {
  interface Window {
    tell: (board: object) => void
    openTimers: Set<unknown>
  }
}

test('the display is after 10,000 calls what it was before', async ({ openPhone, openOffice, database }) => {
  const { officeId } = await openOffice()
  await openHall(database, officeId)
  const page = await openPhone(DISPLAY)
  await bringVoice(page)
  await page.addInitScript(() => {
    const listeners: Record<string, (event: object) => void> = {}
    class Line {
      readyState = 1
      addEventListener(kind: string, listener: (event: object) => void) {
        listeners[kind] = listener
      }
      close() {}
    }
    Object.assign(window, { EventSource: Line })
    window.tell = (board) => listeners.board?.({ data: JSON.stringify(board) })
    window.openTimers = new Set()
    const [set, interval] = [window.setTimeout, window.setInterval]
    Object.assign(window, {
      setTimeout: (work: () => void, ms: number) => {
        const timer = set(() => {
          window.openTimers.delete(timer)
          work()
        }, ms)
        window.openTimers.add(timer)
        return timer
      },
      setInterval: (work: () => void, ms: number) => {
        const timer = interval(work, ms)
        window.openTimers.add(timer)
        return timer
      },
    })
  })
  await page.goto(`/display/${officeId}`)
  const session = await page.context().newCDPSession(page)
  await callOften(0, 600)
  await expect(page.locator('#mark')).toContainText(/\d\d:\d\d:\d\d/)
  const before = await measure()
  await callOften(600, 10_500)
  const after = await measure()
  await expect(page.locator('#number')).toHaveText('A499')
  expect(after.timers).toBe(before.timers)
  // Of a list of eight numbers now one more is filled, now one less; ten thousand calls would show.
  expect(Math.abs(after.nodes - before.nodes)).toBeLessThan(20)
  expect(after.listeners).toBe(before.listeners)
  expect(after.heap - before.heap).toBeLessThan(300_000)

  async function callOften(from: number, until: number) {
    await page.evaluate(
      async ([first, last]) => {
        const start = Date.now()
        const callAt = (index: number) => ({
          number: `A${String(index % 500).padStart(3, '0')}`,
          window: String(1 + (index % 9)),
          at: start + index,
          tongue: index % 7 === 0 ? 'en' : 'zh-CN',
        })
        for (let index = first; index < last; index += 1) {
          const calls = Array.from({ length: 7 }, (_, back) => callAt(Math.max(0, index - back)))
          window.tell({ at: start + index, calls, next: ['A901', 'A902'].slice(index % 3) })
          if (index % 100 === 0) await new Promise((go) => requestAnimationFrame(go))
        }
      },
      [from, until] as const,
    )
  }

  async function measure() {
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize: heap } = await session.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters')
    return { heap, nodes, listeners, timers: await page.evaluate(() => window.openTimers.size) }
  }
})
