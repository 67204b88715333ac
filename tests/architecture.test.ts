import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLEAN_SAMPLE } from './architecture/faults/clean-sample.ts'
import { HABIT_FAULTS } from './architecture/faults/habits.ts'
import { IMPORT_FAULTS } from './architecture/faults/imports.ts'
import { INSIDE_FAULTS } from './architecture/faults/rooms-inside.ts'
import { OUTSIDE_FAULTS } from './architecture/faults/rooms-outside.ts'
import { TRUST_FAULTS } from './architecture/faults/trust.ts'
import { WORD_FAULTS } from './architecture/faults/words.ts'
import { report } from './architecture/finding.ts'
import { plantInto, readHouse } from './architecture/house.ts'
import { LAW_NAMES, LAWS } from './architecture/laws.ts'
import { readTree } from './architecture/read-tree.ts'
import { ROOMS, roomOf } from './architecture/rooms.ts'

const ROOM_FAULTS = [...INSIDE_FAULTS, ...OUTSIDE_FAULTS]
const FAULTS = [...ROOM_FAULTS, ...IMPORT_FAULTS, ...HABIT_FAULTS, ...TRUST_FAULTS, ...WORD_FAULTS]

describe('the house keeps its laws', () => {
  const tree = readTree(resolve(import.meta.dirname, '..'))
  const house = readHouse(tree)

  test('the law sees the house, itself included', () => {
    expect(tree.map(({ path }) => path)).toContain('tests/architecture.test.ts')
  })

  test.each(LAW_NAMES)('%s', (law) => {
    expect(report(LAWS[law](house))).toBe('')
  })
})

describe('the law catches what is planted', () => {
  const clean = readHouse(CLEAN_SAMPLE)

  test.each(FAULTS)('$law: $what', ({ law, files, says }) => {
    const house = plantInto(clean, files)
    const broken = LAW_NAMES.filter((name) => LAWS[name](house).length > 0)
    expect(broken).toEqual([law])
    expect(report(LAWS[law](house))).toContain(files[0].path)
    expect(report(LAWS[law](house))).toContain(says)
  })

  test.each(LAW_NAMES)('and passes what is clean: %s', (law) => {
    expect(report(LAWS[law](clean))).toBe('')
  })
})

describe('the planted faults leave nothing out', () => {
  test.each(LAW_NAMES)('one breaks: %s', (name) => {
    expect(FAULTS.map(({ law }) => law)).toContain(name)
  })

  test.each(ROOMS.filter(({ imports }) => !imports.includes('*')))('one steps out of $name', (room) => {
    expect(ROOM_FAULTS.map(({ files }) => roomOf(files[0].path))).toContain(room)
  })

  test('every room has a clean file, and no file fits two rooms', () => {
    const rooms = CLEAN_SAMPLE.filter(({ path }) => !path.endsWith('.json')).map(({ path }) =>
      ROOMS.filter(({ pattern }) => pattern.test(path)).map(({ name }) => name),
    )
    expect(rooms.filter((names) => names.length !== 1)).toEqual([])
    expect(ROOMS.map(({ name }) => name).filter((name) => !rooms.flat().includes(name))).toEqual([])
  })
})
