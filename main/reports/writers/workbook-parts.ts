/** The parts of a workbook beside its sheets (ECMA-376 Part 1): small, and written last, once it is known what there is. */
import { escapeXml } from './sheet-xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types'
const ofSpreadsheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet that was written. `filter`: the range that its filters stand over; null: none. */
export interface WrittenSheet {
  name: string
  filter: string | null
}

/**
 * The styles that cells name by number (`styles` in sheet-xml.ts): text (`@`), whole number, wall time to the second,
 * heading, and the two of the row of totals. Format 164 is the first of one's own (§18.8.30).
 */
export const styleSheet = `${declaration}<styleSheet xmlns="${main}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="1" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** What of a sheet is filtered, and what is printed on top of each page. */
function definedNames(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, filter }, index) => {
    if (filter === null) return []
    const [from, to] = filter.split(':').map((cell) => cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2'))
    const sheet = escapeXml(quotedName(name))
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${from}:${to}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`,
    ]
  })
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(name).replaceAll('"', '&quot;')}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${list.join('')}</sheets>${definedNames(sheets)}</workbook>`
}

function workbookRelationships(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/>`
  return `${declaration}<Relationships xmlns="${packageRelationships}">${list.join('')}${styles}</Relationships>`
}

function types(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${ofSpreadsheets}.worksheet+xml"/>`,
  )
  return (
    `${declaration}<Types xmlns="${contentTypes}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${ofSpreadsheets}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${ofSpreadsheets}.styles+xml"/>${list.join('')}</Types>`
  )
}

const rootRelationships = `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** All of them. Sheets are named `xl/worksheets/sheetN.xml` in their order. */
export const otherParts = (sheets: readonly WrittenSheet[]) => [
  { name: 'xl/styles.xml', content: [styleSheet] },
  { name: 'xl/workbook.xml', content: [workbook(sheets)] },
  { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelationships(sheets)] },
  { name: '_rels/.rels', content: [rootRelationships] },
  { name: '[Content_Types].xml', content: [types(sheets)] },
]

/** How a worksheet begins: its heading stays in sight, its columns are as wide as what they hold. */
export function sheetBeginning(widths: readonly number[], frozenRows: 0 | 1): string {
  const pane = frozenRows === 0 ? '' : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  )
}

/** Text of a printed page's margin, where `&` begins a command (§18.3.1.39). */
const printed = (text: string): string => escapeXml(text.replaceAll('&', '&&'))

/** How it ends: filters over its rows, and how it is printed: A4 across, all columns on one page, its name and number below. */
export function sheetEnd(filter: string | null, marking: string | null): string {
  return (
    `</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}` +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>' +
    `${marking === null ? '' : `<oddHeader>&amp;C${printed(marking)}</oddHeader>`}<oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter>` +
    '</headerFooter></worksheet>'
  )
}
