import { describe, expect, test } from 'vitest'
import { judgeLeaving } from '#lib/domain/offline.ts'

const leave = (unsent: number, isReached: boolean, wasAsked = false) =>
  judgeLeaving({ unsent, isReached, wasAsked })

describe('signing out at a workstation', () => {
  test('goes through where nothing waits', () => {
    expect(leave(0, true)).toBe('leave')
  })

  test('asks once where arrivals have not been sent', () => {
    expect(leave(3, true)).toBe('ask')
    expect(leave(3, true, true)).toBe('leave')
  })

  test('locks where the server does not answer, whatever waits and was asked', () => {
    expect([leave(0, false), leave(3, false), leave(3, false, true)]).toEqual(['lock', 'lock', 'lock'])
  })
})
