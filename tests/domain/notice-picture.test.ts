import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { AffectedCouple } from '#lib/domain/change-picture.ts'
import type { NoticeChange } from '#lib/domain/holiday-notice.ts'
import { faultsOfNoticeChoice, noticeChoicesFor } from '#lib/domain/notice-choice.ts'
import { noticePicture } from '#lib/domain/notice-picture.ts'

const [FRI, SAT, SUN] = ['2027-02-05', '2027-02-06', '2027-02-07'].map(calendarDate) as [
  ReturnType<typeof calendarDate>,
  ReturnType<typeof calendarDate>,
  ReturnType<typeof calendarDate>,
]
const now = new Date('2027-01-04T10:00:00+08:00')
const reached = new Set(['a'])

function couple(id: string, latest?: string): AffectedCouple {
  const service = latest ? 'DIVORCE_CERTIFICATE' : 'MARRIAGE'
  const place = { laneId: 'lane', date: FRI, startTime: '09:00' } as const
  return {
    appointmentId: id,
    slotId: 1,
    service,
    ...place,
    ...(latest ? { latest: calendarDate(latest) } : {}),
  }
}

describe('the picture of a notice', () => {
  const changes: NoticeChange[] = [
    { date: FRI, from: 'ordinary', to: 'holiday' },
    { date: SAT, from: 'makeup-workday', to: 'ordinary' },
    { date: SUN, from: 'ordinary', to: 'makeup-workday' },
  ]

  test('is put together by day from those of all offices', () => {
    const place = { date: FRI, before: 8, after: 0, gained: 0, lost: 8 }
    const offices = [
      { days: [place], affected: [couple('a'), couple('b', '2027-02-20')] },
      { days: [place, { ...place, date: SUN, lost: 0, gained: 4 }], affected: [couple('c', '2027-02-10')] },
    ]
    expect(noticePicture(changes, offices, reached)).toMatchObject([
      {
        ...{ date: FRI, becomes: 'rest', lost: 16, gained: 0, couples: 3 },
        services: [
          { service: 'DIVORCE_CERTIFICATE', couples: 2 },
          { service: 'MARRIAGE', couples: 1 },
        ],
        ...{ legal: 2, latest: '2027-02-10', withoutContact: 2 },
      },
      { date: SAT, becomes: 'rest', lost: 0, couples: 0, services: [], latest: undefined },
      { date: SUN, becomes: 'work', gained: 4 },
    ])
  })
})

describe('what is chosen for the couples of a notice', () => {
  test('is to move them, where an office is not theirs; and never to keep them', () => {
    const grants = [{ role: 'province-admin', scope: 'region', scopeId: '330000' } as const]
    const own = { id: 'one', regionCode: '330106' }
    expect(noticeChoicesFor(grants, [own])).toEqual(['move', 'storm', 'cancel'])
    expect(noticeChoicesFor(grants, [own, { id: 'two', regionCode: '440103' }])).toEqual(['move'])
    expect(noticeChoicesFor(grants, [])).toEqual([])
    expect(faultsOfNoticeChoice({ choice: 'keep' as never }, [FRI], now)).toEqual([
      { path: 'choice', reason: 'choice-needed' },
    ])
  })

  test.each([
    ['move', {}, [{ path: 'answerBy', reason: 'required' }]],
    ['storm', { until: FRI, dailyLimit: 2 }, [{ path: 'until', reason: 'ends-before-start' }]],
    ['storm', { until: calendarDate('2027-02-19'), dailyLimit: 2 }, []],
    ['cancel', {}, []],
  ] as const)('%s %o', (choice, more, faults) => {
    expect(faultsOfNoticeChoice({ choice, ...more }, [FRI, SAT], now)).toEqual(faults)
  })
})
