import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { csvText } from '#lib/domain/csv-cell.ts'
import { OFFICE_COLUMNS, type OfficeSheet } from '#lib/domain/office-record.ts'
import { editOffice } from '#lib/office/edit-office.ts'
import { exportOffices } from '#lib/office/export-offices.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { importOffices } from '#lib/office/import-offices.ts'
import { previewOffices } from '#lib/office/preview-offices.ts'
import { readOfficeFile } from '#lib/office/read-office-file.ts'
import { showOffice } from '#lib/office/show-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { staffOf } from '../desk/fixtures/desk.ts'
import { chengdu, fresh, jinjiang, NOT_IN_ROLE, now, plantTowns, seen, sichuan } from './fixtures/places.ts'

const { pool } = await openTestDatabase()
beforeAll(plantTowns)

const fileOf = (sheets: readonly OfficeSheet[]) =>
  csvText([OFFICE_COLUMNS, ...sheets.map((sheet) => OFFICE_COLUMNS.map((column) => sheet[column]))])
const bytes = (text: string) => new TextEncoder().encode(text)

describe('what is written into a file', () => {
  test('comes back from it cell by cell, whatever stands in the cells', () => {
    const cell = fc.string({ maxLength: 20, unit: fc.constantFrom(...'=+-@\'",;：，\n 区縣aZ1é中𠮷') })
    const sheet = fc.record(Object.fromEntries(OFFICE_COLUMNS.map((column) => [column, cell])), {
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 4 }), (sheets) => {
        const full = sheets.map((one) => ({ ...one, id: 'some-id' }) as OfficeSheet)
        const { lines } = accepted(readOfficeFile(bytes(fileOf(full))))
        expect(lines.map((line) => line.sheet)).toEqual(full)
      }),
    )
  })
})

describe('a file of offices', () => {
  test('that was exported changes nothing, whatever its writing', async () => {
    const text = accepted(await exportOffices(pool, { actor: chengdu, code: undefined }))
    expect(text.startsWith('\ufeff"id"')).toBe(true)
    expect(text).not.toContain('anji')
    for (const file of [bytes(text), bytes(text.slice(1))]) {
      const judged = accepted(await previewOffices(pool, { actor: chengdu, file, now }))
      expect(new Set(judged.verdicts.map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
      expect(judged.verdicts).toHaveLength(7)
    }
    const own = accepted(await exportOffices(pool, { actor: jinjiang, code: '510104' }))
    expect(own.trim().split('\r\n')).toHaveLength(2)
  })

  test('in GB18030 is read as what it says', async () => {
    const heads = OFFICE_COLUMNS.join(',')
    const cells = OFFICE_COLUMNS.map((column) => fresh('jinjiang-gb')[column])
    const [before, after] = `${heads}\n${cells.join(',')}\n`.split('示例登记处')
    // 示例登记处; the other texts of the line in ASCII.
    const written = Buffer.from('cabec0fdb5c7bcc7b4a6', 'hex')
    const ascii = (text = '') => Buffer.from(text.replace(/[^\n -~]/g, 'x'), 'latin1')
    const file = Buffer.concat([ascii(before), written, ascii(after)])
    const judged = accepted(await previewOffices(pool, { actor: chengdu, file, now }))
    expect(judged).toMatchObject({ writing: 'gb18030', verdicts: [{ name: '示例登记处', kind: 'new' }] })
  })

  test('does what was shown, all of it or nothing', async () => {
    const { sheet } = await seen('chengdu-qingyang')
    const file = bytes(fileOf([{ ...sheet, phone: '028-00000366' }, fresh('jinjiang-3')]))
    const wish = { actor: chengdu, file, now }
    const judged = accepted(await previewOffices(pool, wish))
    expect(judged.verdicts.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'changed'],
      [3, 'new'],
    ])
    const { version } = await seen('chengdu-qingyang')
    const meanwhile = { ...sheet, transit_en: 'By bus' }
    accepted(
      await editOffice(pool, {
        actor: sichuan,
        officeId: 'chengdu-qingyang',
        version,
        sheet: meanwhile,
        now,
      }),
    )
    expect(await importOffices(pool, { ...wish, picture: judged.picture })).toMatchObject({
      errors: [{ reason: 'offices-changed-meanwhile' }],
    })
    expect(await getOffice('jinjiang-3')).toBeUndefined()
    const { picture } = accepted(await previewOffices(pool, wish))
    expect(accepted(await importOffices(pool, { ...wish, picture }))).toEqual({
      founded: 1,
      edited: 1,
      closing: [],
    })
    expect((await getOffice('chengdu-qingyang'))?.phone).toBe('028-00000366')
    const { history } = accepted(await showOffice(pool, { actor: chengdu, officeId: 'jinjiang-3' }))
    expect(history).toMatchObject([{ act: 'office-founded', isFromFile: true }])
  })

  test('with a line that is refused does nothing at all', async () => {
    const file = bytes(fileOf([fresh('jinjiang-4'), fresh('anji-9', { region: '330523' })]))
    const judged = accepted(await previewOffices(pool, { actor: chengdu, file, now }))
    expect(judged.verdicts).toMatchObject([
      { kind: 'new' },
      { line: 3, kind: 'refused', errors: [{ path: 'region', reason: 'not-in-role' }] },
    ])
    expect(await importOffices(pool, { actor: chengdu, file, picture: judged.picture, now })).toMatchObject({
      errors: [{ reason: 'lines-refused' }],
    })
    expect(await getOffice('jinjiang-4')).toBeUndefined()
    expect(await previewOffices(pool, { actor: staffOf('anji'), file, now })).toMatchObject(NOT_IN_ROLE)
  })

  test('tells line by line what is wrong with its form, and refuses strange heads', async () => {
    const good = fileOf([fresh('jinjiang-5')])
    const file = bytes(`${good}1,2,3\r\n\r\n"ok"x,1\r\n`)
    const { verdicts } = accepted(await previewOffices(pool, { actor: chengdu, file, now }))
    expect(verdicts.slice(0, 3).map(({ line, kind, errors }) => [line, kind, errors[0]?.reason])).toEqual([
      [2, 'new', undefined],
      [3, 'refused', 'wrong-number-of-cells'],
      [5, 'refused', 'odd-quotes'],
    ])
    const refused = async (text: string | Uint8Array) =>
      previewOffices(pool, { actor: chengdu, file: typeof text === 'string' ? bytes(text) : text, now })
    expect(await refused('')).toMatchObject({ errors: [{ reason: 'no-heads' }] })
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({
      errors: [{ reason: 'unknown-writing' }],
    })
    expect(await refused(good.replace('"phone"', '"telephone"'))).toMatchObject({
      errors: [
        { path: 'phone', reason: 'column-missing' },
        { path: 'telephone', reason: 'column-unknown' },
      ],
    })
    expect(await refused(fileOf([]))).toMatchObject({ errors: [{ reason: 'no-lines' }] })
  })
})
