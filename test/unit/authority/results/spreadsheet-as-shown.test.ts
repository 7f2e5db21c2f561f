/** Workbooks whose parts can be read in more than one way: what no program shows is not issued, and what each shows in its own is refused. */
import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heading, line, meant, understood } from './results-files.ts'
import { edited, sheet, single, workbook } from './workbooks.ts'

type Change = (xml: string) => string

const damaged = [expect.stringContaining('The spreadsheet is damaged')]
const one = [`2 ${meant}`]
const changed = async (change: Change): Promise<string[]> => understood(await edited(single(heading, line), change))

const row = (xml: string, number: number): string => {
  const second = /<row r="2".*?<\/row>/s.exec(xml)?.[0] ?? ''
  return second.replaceAll('2"', `${number}"`).replace('Mẫu', 'Khác')
}
/** Puts something behind the last row. */
const behindRows =
  (put: (third: string) => string): Change =>
  (xml) =>
    xml.replace('</sheetData>', () => `${put(row(xml, 3))}</sheetData>`)

describe('what no program shows is not issued:', () => {
  it.each<[string, Change]>([
    ['in a comment', behindRows((third) => `<!-- ${third} -->`)],
    [
      'in a comment before the cells',
      (xml) => xml.replace('<sheetData>', `<!-- <sheetData>${row(xml, 3)} --><sheetData>`),
    ],
    ['as a text between rows', behindRows((third) => `<![CDATA[${third}]]>`)],
    ['as an instruction', behindRows((third) => `<?rows ${third}?>`)],
    [
      'in an extension',
      (xml) => xml.replace('</worksheet>', () => `<extLst><ext>${row(xml, 3)}</ext></extLst></worksheet>`),
    ],
  ])('a row %s', async (_, change) => {
    expect(await changed(change)).toEqual(one)
  })

  it('a comment anywhere between tags changes nothing', async () => {
    const book = single(heading, line)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom('<!-- <c r="E2"><v>0</v></c> -->', '<?x </row>?>'),
        async (place, put) => {
          const commented = await edited(book, (xml) => {
            const ends = [...xml.matchAll(/>(?=<)/g)].map(({ index }) => index + 1)
            const at = ends[place % ends.length] ?? 0
            return `${xml.slice(0, at)}${put}${xml.slice(at)}`
          })
          expect(await understood(commented)).toEqual(one)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what programs show each in its own way is refused:', () => {
  it.each<[string, Change]>([
    ['a row that stands twice', behindRows((third) => third.replaceAll('3"', '2"'))],
    ['rows in another order', (xml) => xml.replace(/(<row r="1".*?<\/row>)(<row r="2".*?<\/row>)/s, '$2$1')],
    ['a row in a row', (xml) => xml.replace('</row></sheetData>', () => `${row(xml, 3)}</row></sheetData>`)],
    ['a row of another namespace', behindRows((third) => `<z:row xmlns:z="z">${third}</z:row>`)],
    ['a row in an alternative', behindRows((third) => `<z:Choice xmlns:z="z">${third}</z:Choice>`)],
    [
      'cells in an alternative',
      (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<z:Choice xmlns:z="z">$&</z:Choice>'),
    ],
    ['cells twice', (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '$&$&')],
    [
      'cells that stand in another element',
      (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<scenarios>$&</scenarios>'),
    ],
    ['a cell outside every row', behindRows(() => '<c r="A3" t="str"><v>Khác</v></c>')],
    ['a cell that stands twice', (xml) => xml.replace(/<c r="E2".*?<\/c>/s, '$&$&')],
    ['a cell of another row', (xml) => xml.replace('<c r="E2"', '<c r="E3"')],
    ['a value that stands twice', (xml) => xml.replace('<v>Âm tính</v>', '<v>Dương tính</v>$&')],
    ['a value and a text', (xml) => xml.replace('<v>Âm tính</v>', '$&<is><t>Dương tính</t></is>')],
    [
      'columns behind the cells',
      (xml) => xml.replace('</sheetData>', '$&<cols><col min="5" max="5" hidden="1"/></cols>'),
    ],
    [
      'a column that is told of twice',
      (xml) =>
        xml.replace(
          '<sheetData>',
          '<cols><col min="5" max="5" hidden="1"/><col min="5" max="5" width="9"/></cols><sheetData>',
        ),
    ],
    [
      'what holds of all rows told twice',
      (xml) =>
        xml.replace(
          '<sheetData>',
          '<sheetFormatPr defaultRowHeight="0"/><sheetFormatPr defaultRowHeight="15"/><sheetData>',
        ),
    ],
    [
      'cells that are merged before they come',
      (xml) => xml.replace('<sheetData>', '<mergeCells><mergeCell ref="E1:E2"/></mergeCells>$&'),
    ],
    [
      'cells merged in another spelling',
      (xml) => xml.replace('</sheetData>', '$&<mergeCells><mergeCell ref="$E$1:$E$2"/></mergeCells>'),
    ],
    ['a grammar of its own', (xml) => xml.replace('<worksheet', '<!DOCTYPE worksheet [<!ENTITY x "Âm tính">]>$&')],
    ['tags that do not close', (xml) => xml.replace('</sheetData>', '')],
  ])('%s refuses the file', async (_, change) => {
    expect(await changed(change)).toEqual(damaged)
  })

  it('a part that stands in the archive twice, however it is spelled', async () => {
    const archive: unknown = CFB.read(single(heading, line), { type: 'buffer' })
    CFB.utils.cfb_add(archive, '/xl/worksheets/sheetX.xml', Buffer.from('<worksheet/>'), { unsafe: true })
    const bytes = (CFB.write(archive, { type: 'buffer', fileType: 'zip' }) as Buffer).toString('latin1')
    for (const name of ['sheet1', 'Sheet1'])
      expect(await understood(Buffer.from(bytes.replaceAll('sheetX', name), 'latin1'))).toEqual(damaged)
  })

  it('a sheet that two parts are said to be', async () => {
    const book = workbook({ A: sheet([heading, line]), B: sheet([heading, line, line]) })
    const twice: Change = (xml) => xml.replace(/(<Relationship [^>]*Id=")([^"]*)("[^>]*sheet1\.xml"[^>]*>)/, '$&$1$2$3')
    expect(await understood(book)).toEqual(one)
    expect(await understood(await edited(book, twice, 'workbook.xml.rels'))).toEqual(damaged)
  })
})

describe('what is hidden unless it says otherwise is hidden:', () => {
  it.each([
    ['rows without a height', '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>', 'Line 2 is hidden'],
    ['rows that are too low', '<sheetFormatPr defaultRowHeight="0"/>', 'Line 2 is hidden'],
    ['columns that are too narrow', '<sheetFormatPr defaultRowHeight="15" defaultColWidth="0"/>', 'is hidden'],
  ])('%s refuse the file', async (_, format, said) => {
    const answer = await changed((xml) =>
      xml.replace('<sheetData><row r="1"', `${format}<sheetData><row ht="15" r="1"`),
    )
    expect(answer).toContainEqual(expect.stringContaining(said))
  })

  it('and what says otherwise is taken', async () => {
    const shown = await changed((xml) =>
      xml
        .replace(
          '<sheetData>',
          '<sheetFormatPr defaultColWidth="0" defaultRowHeight="0"/><cols><col min="1" max="5" width="9"/></cols>$&',
        )
        .replaceAll('<row ', '<row ht="15" '),
    )
    expect(shown).toEqual(one)
  })
})

describe('what every program shows alike is taken:', () => {
  it.each<[string, Change]>([
    ['tags with a prefix', (xml) => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')],
    ['cells and rows without their places', (xml) => xml.replace(/(<(?:row|c)) r="[^"]*"/g, '$1')],
    [
      'a text in pieces',
      (xml) => xml.replace('t="str"><v>Âm tính</v>', 't="inlineStr"><is><r><t>Âm </t></r><r><t>tính</t></r></is>'),
    ],
    ['a text with marks of XML', (xml) => xml.replace('<v>Âm tính</v>', '<v>&#194;m t&#xED;nh</v>')],
    [
      'a button',
      (xml) => xml.replace('</worksheet>', '<z:Choice xmlns:z="z"><controls><control/></controls></z:Choice>$&'),
    ],
  ])('%s', async (_, change) => {
    expect(await changed(change)).toEqual(one)
  })

  it('what a cell says like a tag stays its text', async () => {
    const name = '<c r="A3">&amp;"'
    const said = await understood(single(heading, [name, ...line.slice(1)]))
    expect(said.join()).toContain(name)
  })
})
