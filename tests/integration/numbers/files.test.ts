import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { countOf, type NumbersTable, shareOf } from '#lib/domain/numbers-table.ts'
import { writeWorkbook } from '#lib/numbers/write-workbook.ts'

const TABLE: NumbersTable = {
  name: 'load',
  title: 'A/B: [负荷]*?',
  heads: ['单位', '预约数', '比例'],
  rows: [
    ['=HYPERLINK("https://evil.example")', countOf(12), shareOf(1, 4)],
    ['<b>&\u0001', countOf('few'), shareOf(0, 0)],
    ['@SUM(A1)', countOf(0), shareOf(0, 3)],
  ],
}

/** The texts of a ZIP by their local heads. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const body = at + 30 + name
    files.set(
      zip.toString('utf8', at + 30, body),
      inflateRawSync(zip.subarray(body, body + packed)).toString('utf8'),
    )
    at = body + packed
  }
  return files
}

test('a workbook holds numbers as numbers and no cell that a spreadsheet would compute', () => {
  const zip = writeWorkbook([TABLE, TABLE])
  const files = unzip(zip)
  expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50)
  expect([...files.keys()]).toContain('xl/worksheets/sheet2.xml')
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<c s="0"><v>12</v></c><c s="1"><v>0.25</v></c>')
  expect(sheet).toContain("'=HYPERLINK(&quot;https://evil.example&quot;)")
  expect(sheet).toContain("'@SUM(A1)")
  expect(sheet).toContain('&lt;b&gt;&amp;<')
  expect(sheet).toContain('&lt;5')
  expect(sheet).not.toContain('<f>')
  expect(files.get('xl/workbook.xml')).toContain('name="A B   负荷   "')
})
