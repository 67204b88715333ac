import { guardCell } from '#lib/domain/csv-cell.ts'
import { cellText, type NumbersCell, type NumbersTable } from '#lib/domain/numbers-table.ts'
import { zipFiles } from './zip-files.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Tables as a workbook, one sheet each. ECMA-376. Numbers are numbers; texts are never formulas, and guarded all the same. */
export function writeWorkbook(tables: readonly NumbersTable[]): Buffer {
  const numbered = tables.map((table, index) => ({ table, number: index + 1 }))
  const sheets = numbered.map(
    ({ table, number }) =>
      `<sheet name="${inXml(sheetName(table.title))}" sheetId="${number}" r:id="rId${number}"/>`,
  )
  const relations = numbered.map(({ number }) =>
    relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
  )
  const parts = numbered.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  )
  return zipFiles([
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${parts.join('')}</Types>`,
    },
    { name: '_rels/.rels', text: relationsOf([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relationsOf([...relations, relation('rIdStyles', 'styles', 'styles.xml')]),
    },
    { name: 'xl/styles.xml', text: STYLES },
    ...numbered.map(({ table, number }) => ({
      name: `xl/worksheets/sheet${number}.xml`,
      text: sheetText(table),
    })),
  ])
}

// The looks of a cell in their order: plain, whole percent, one decimal.
const LOOKS: Readonly<Record<NumbersCell['as'], number>> = { count: 0, percent: 1, decimal: 2 }
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${[0, 9, 164].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

function sheetText({ heads, rows }: NumbersTable): string {
  const lines = [heads, ...rows].map((cells) => `<row>${cells.map(cellXml).join('')}</row>`)
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(cell: string | NumbersCell): string {
  if (typeof cell !== 'string' && typeof cell.value === 'number')
    return `<c s="${LOOKS[cell.as]}"><v>${cell.value}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${inXml(guardCell(cellText(cell)))}</t></is></c>`
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
}

function relationsOf(relations: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`
}

// What a name of a sheet may not hold, and how long it may be.
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// Control characters have no place in XML at all.
function inXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"]/g, (mark) => NAMED[mark] ?? mark)
}
