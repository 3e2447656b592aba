import { findCategory } from '../model/categories.js'
import type { Column } from '../table/columns.js'
import { columnNameOf } from './column-name.js'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const wrapped = '<alignment vertical="top" wrapText="1"/>'

/** The parts of a workbook that are always the same (ECMA-376, part 1, section 12). */
export const parts: Record<string, string> = {
  '[Content_Types].xml':
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${declaration}<Relationships xmlns="${packageRelationships}">` +
    `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}">` +
    '<sheets><sheet name="Glossary" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${declaration}<Relationships xmlns="${packageRelationships}">` +
    `<Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `${declaration}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E5F"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
    `<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>` +
    `<xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="center"/></xf>` +
    `<xf numFmtId="49" fontId="2" applyFont="1" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf></cellXfs></styleSheet>`,
}

/** Places in `cellXfs`. The format 49 is text: a term such as =SUM or 1-2 stays what it is when someone edits it. */
export const styleOf = { text: 0, title: 1, term: 2 }

/** Characters a column is wide, by what it holds. */
const widths: Record<string, number> = { text: 28, definition: 48, note: 36, context: 48, id: 12, language: 10 }

/** The first row stays in sight. */
export function sheetStart(columns: Column[]): string {
  const cols = columns.map(({ field }, index) => {
    const width = widths[field] ?? 18
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>`
  )
}

export function sheetEnd(columns: Column[], rowCount: number): string {
  const filter = `<autoFilter ref="A1:${columnNameOf(columns.length - 1)}${rowCount}"/>`
  return `</sheetData>${filter}${choices(columns)}</worksheet>`
}

/** Excel takes at most so many characters of a list in place. */
const maxList = 255

/** Columns of a picklist offer its values, and take others. */
function choices(columns: Column[]): string {
  const lists = columns.flatMap(({ field }, index) => {
    const values = findCategory(field)?.values?.join(',') ?? ''
    if (values === '' || values.length > maxList) return []
    const name = columnNameOf(index)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}1048576"><formula1>"${values}"</formula1></dataValidation>`
  })
  return lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''
}
