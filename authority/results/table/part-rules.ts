/**
 * Where in a workbook's parts may stand what holds cells, names sheets or hides columns (ECMA-376 part 1, §18.2 to §18.8).
 * What stands elsewhere, twice, or out of its order, programs show each in its own way, or not at all: it is refused.
 */
import { utils } from '@e965/xlsx'
import { mostCells, mostColumns } from '../bounds.ts'

export type RefusedPart = 'damaged' | 'too-many-cells'

/** A part that is not taken. */
export class Refused extends Error {
  readonly why: RefusedPart
  constructor(why: RefusedPart) {
    super(why)
    this.why = why
  }
}

type Places = ReadonlyMap<string, readonly string[]>
const placesOf = (places: Record<string, readonly string[]>): Places => new Map(Object.entries(places))

/** Elements that may stand in one place alone, by the kind of part. */
const places: ReadonlyMap<string, Places> = new Map([
  [
    'worksheet',
    placesOf({
      sheetFormatPr: ['worksheet'],
      cols: ['worksheet'],
      col: ['cols'],
      sheetData: ['worksheet'],
      row: ['sheetData'],
      c: ['row'],
      v: ['c'],
      is: ['c'],
      r: ['is'],
      t: ['is', 'r', 'rPh'],
      rPh: ['is'],
      mergeCells: ['worksheet'],
      mergeCell: ['mergeCells'],
    }),
  ],
  ['sst', placesOf({ si: ['sst'], r: ['si'], t: ['si', 'r', 'rPh'], rPh: ['si'] })],
  ['workbook', placesOf({ sheets: ['workbook'], sheet: ['sheets'], workbookPr: ['workbook'] })],
  ['styleSheet', placesOf({ cellXfs: ['styleSheet'], numFmts: ['styleSheet'] })],
])

/** Elements of which the one in which they stand has one. */
const single = new Set([
  'sheetFormatPr',
  'sheetData',
  'mergeCells',
  'v',
  'is',
  'f',
  'sheets',
  'workbookPr',
  'cellXfs',
  'numFmts',
])

/** What the reader looks for before the cells; merged cells it looks for behind them. */
const beforeCells = new Set(['sheetFormatPr', 'cols'])

/** In these, too: a text stands once, unless in pieces (`r`). */
const textHolders = new Set(['si', 'is', 'r', 'rPh'])

/** Attributes that name something once in a part. */
const unique: ReadonlyMap<string, string> = new Map([
  ['Relationship', 'Id'],
  ['Override', 'PartName'],
  ['Default', 'Extension'],
  ['sheet', 'r:id'],
])

/** What does not stand beside each other: a text in pieces and one in whole, a value and a text of its own. */
const mixed = [
  ['t', 'r'],
  ['r', 't'],
  ['v', 'is'],
  ['is', 'v'],
] as const

/** What is left out with all in it: a link may say that it reaches over every cell; extensions hold no cells. */
const leftOut = new Set(['hyperlinks', 'hyperlink', 'extLst'])

/** What Excel writes of its own among foreign elements: buttons and embedded objects. */
const harmless = new Set(['controls', 'control', 'controlPr', 'oleObjects', 'oleObject', 'objectPr', 'anchor'])

/** A column that is narrower shows nothing, in characters. */
const narrowest = 0.5

/** A row that is lower shows nothing, in points. */
const lowest = 2

const address = /^([A-Z]{1,3})([1-9]\d{0,6})$/

const isTrue = (value: string | undefined): boolean => /^(?:1|true|on)$/i.test(value ?? '')

/** The reader finds merged cells in one form alone. */
function takeMerged(attributes: Map<string, string>): void {
  const ref = attributes.get('ref') ?? ''
  if (!/^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/.test(ref)) throw new Refused('damaged')
  attributes.clear()
  attributes.set('ref', ref)
}

/** Follows the elements of one part, as they come. */
export class PartRules {
  private readonly opened: { name: string; had: Set<string> }[] = []
  private readonly named = new Set<string>()
  private readonly hidden = new Set<number>()
  /** Whether rows that say no height of their own show nothing. */
  private areRowsHidden = false
  /** Of those whose form was told. */
  private lastColumn = 0
  private cells = 0
  /** Of the latest cell. */
  private type = ''
  private row = 0
  private column = 0

  /** Whether an element is left out with all in it. */
  isLeftOut(name: string): boolean {
    return leftOut.has(name)
  }

  /** An element of the part's own namespace stands in a foreign one, which a program may take for it. @throws Refused */
  demandHarmless(name: string): void {
    if (!harmless.has(name)) throw new Refused('damaged')
  }

  /**
   * An element begins. Its attributes may be put right.
   * @returns what is to be written before it; null: neither it is to be written
   * @throws Refused
   */
  open(name: string, attributes: Map<string, string>): string | null {
    this.demandPlace(name)
    this.demandUnique(name, attributes)
    this.opened.push({ name, had: new Set() })
    switch (name) {
      case 'row':
        this.takeRow(attributes)
        return ''
      case 'c':
        if (this.isIn('row')) this.takeCell(attributes)
        return ''
      case 'sheetFormatPr':
        this.takeDefaults(attributes)
        return ''
      case 'cols':
        return null
      case 'col':
        this.takeColumns(attributes)
        return null
      case 'mergeCell':
        takeMerged(attributes)
        return ''
      case 'sheetData':
        return this.hiddenColumns()
      default:
        return ''
    }
  }

  /** The innermost element ends. Answers with whether it was to be written. */
  close(): boolean {
    const name = this.opened.pop()?.name
    return name !== 'cols' && name !== 'col'
  }

  /** Whether what is said now is the value of a formula that came to a text: the reader takes escapes off it twice. */
  get isFormulaText(): boolean {
    return this.type === 'str' && this.opened.at(-1)?.name === 'v'
  }

  private isIn(name: string): boolean {
    return this.opened.at(-2)?.name === name
  }

  private demandPlace(name: string): void {
    const parent = this.opened.at(-1)
    if (!parent) return
    const kind = this.opened[0]?.name ?? ''
    const allowed = places.get(kind)?.get(name)
    const isPlaced = allowed === undefined || allowed.includes(parent.name)
    const isSingle = single.has(name) || (name === 't' && textHolders.has(parent.name))
    const isMixed = mixed.some(([one, other]) => name === one && parent.had.has(other))
    const isLate =
      (beforeCells.has(name) && parent.had.has('sheetData')) || (name === 'mergeCells' && !parent.had.has('sheetData'))
    if (!isPlaced || isMixed || isLate || (isSingle && parent.had.has(name))) throw new Refused('damaged')
    parent.had.add(name)
  }

  private demandUnique(name: string, attributes: Map<string, string>): void {
    const attribute = unique.get(name)
    if (attribute === undefined) return
    const key = `${name} ${(attributes.get(attribute) ?? '').toLowerCase()}`
    if (this.named.has(key)) throw new Refused('damaged')
    this.named.add(key)
  }

  private takeRow(attributes: Map<string, string>): void {
    const row = Number(attributes.get('r') ?? this.row + 1)
    if (!Number.isSafeInteger(row) || row <= this.row) throw new Refused('damaged')
    ;[this.row, this.column] = [row, 0]
    const height = attributes.get('ht')
    const isHigh = height === undefined ? !this.areRowsHidden : Number(height) >= lowest
    const isShown = isHigh && !isTrue(attributes.get('hidden'))
    attributes.set('r', String(row)).set('hidden', isShown ? '0' : '1')
  }

  private takeCell(attributes: Map<string, string>): void {
    if (++this.cells > mostCells) throw new Refused('too-many-cells')
    const next = utils.encode_cell({ r: this.row - 1, c: this.column })
    const [, letters = '', row = ''] = address.exec(attributes.get('r') ?? next) ?? []
    const column = utils.decode_col(letters) + 1
    if (Number(row) !== this.row || column <= this.column) throw new Refused('damaged')
    this.column = column
    this.type = attributes.get('t') ?? ''
    attributes.set('r', `${letters}${row}`)
  }

  /** A column's form may reach over columns without number: of those that are read, it is kept which are hidden. */
  private takeColumns(attributes: Map<string, string>): void {
    const width = attributes.get('width')
    const isHidden = isTrue(attributes.get('hidden')) || (width !== undefined && !(Number(width) >= narrowest))
    const [first, last] = [Number(attributes.get('min')), Number(attributes.get('max'))]
    if (!(first > this.lastColumn && last >= first)) throw new Refused('damaged')
    this.lastColumn = last
    for (let column = first; column <= Math.min(last, mostColumns + 1); column++)
      if (isHidden) this.hidden.add(column)
      else if (width !== undefined) this.hidden.delete(column)
  }

  /** What holds of rows and columns that say nothing of their own. */
  private takeDefaults(attributes: Map<string, string>): void {
    const [height, width] = [attributes.get('defaultRowHeight'), attributes.get('defaultColWidth')]
    this.areRowsHidden = isTrue(attributes.get('zeroHeight')) || (height !== undefined && !(Number(height) >= lowest))
    if (width === undefined || Number(width) >= narrowest) return
    for (let column = 1; column <= mostColumns + 1; column++) this.hidden.add(column)
  }

  private hiddenColumns(): string {
    const columns = [...this.hidden].map((at) => `<col min="${at}" max="${at}" hidden="1"/>`)
    return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`
  }
}
