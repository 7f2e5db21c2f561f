/**
 * Sheets of paper: lines of letters at places that are computed here, one page after the other. A thin layer over PDFKit,
 * whose own tables and paragraphs are not used: the decree's page has fixed places.
 */
import Pdf from 'pdfkit'
import type { Shape } from '../../../shared/chart/chart.ts'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import { decreePaper, ruleWidth, sizes } from './decree.ts'
import { faces, readFace, type Face } from './faces.ts'
import { fine, Letters } from './letters.ts'

/** How a line is set. */
export interface Style {
  face: Face
  size: number
  align?: 'left' | 'centre' | 'right'
}

/** A sheet's size and margins, in points. */
export interface Paper {
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
  /** From the second page on its number stands in the middle of the top margin. */
  numbered: boolean
}

/** What a document is, for whoever looks at its properties. */
export interface Properties {
  title: string
  author: string
  /** Epoch milliseconds. Two documents of the same content and time are the same bytes. */
  madeAt: number
  /** Left out: the decree's page. */
  paper?: Paper
  /** Each page is done when the next begins, and never gone back to: of thousands, none lies in memory. */
  flowing?: boolean
}

/** A blank is never wider than this part of the letters' size more than it is. */
const widestGap = 1.2

export class Sheet {
  readonly document: PDFKit.PDFDocument
  readonly paper: Paper
  /** The top of what comes next, from the top of the page. */
  y: number
  private number = 0
  private readonly letters: Letters

  constructor({ title, author, madeAt, paper = decreePaper, flowing = false }: Properties) {
    this.paper = paper
    this.y = paper.top
    this.document = new Pdf({
      autoFirstPage: false,
      // What stands at the foot of a page is known when all of them are set.
      bufferPages: !flowing,
      margin: 0,
      pdfVersion: '1.7',
      lang: 'vi-VN',
      displayTitle: true,
      // None of the fonts that every reader has knows Vietnamese.
      font: '',
      info: { Title: title, Author: author, Creator: 'Chốt', Producer: 'Chốt', CreationDate: new Date(madeAt) },
    })
    this.letters = new Letters(this.document)
    for (const face of faces) this.document.registerFont(face, readFace(face))
    this.addPage()
  }

  /** How wide its text may be. */
  get textWidth(): number {
    return this.paper.width - this.paper.left - this.paper.right
  }

  /** Begins a page. */
  addPage(): void {
    const { width, height, top, left, numbered } = this.paper
    this.document.addPage({ size: [width, height], margin: 0 })
    this.number++
    this.y = top
    if (this.number === 1 || !numbered) return
    const style: Style = { face: 'regular', size: sizes.pageNumber, align: 'centre' }
    this.put(String(this.number), { x: left, y: top - 2 * sizes.pageNumber, width: this.textWidth }, style)
  }

  /** How many pages there are. */
  get pages(): number {
    return this.document.bufferedPageRange().count
  }

  /** Goes back to a page, from 1, to set what could not be known before. */
  turnTo(number: number): void {
    this.document.switchToPage(number - 1)
  }

  /** Begins an appendix, which counts its own pages. */
  addAppendix(): void {
    this.number = 0
    this.addPage()
  }

  /** Begins a page where there is not so much room any more. Answers whether it did. */
  need(height: number): boolean {
    if (this.y + height <= this.paper.height - this.paper.bottom) return false
    this.addPage()
    return true
  }

  /** The width of a text in one line. */
  widthOf(text: string, { face, size }: Style): number {
    return this.letters.widthOf(text, face) * size
  }

  /** Puts one line at a place; it does not move what comes next. */
  put(text: string, { x, y, width }: { x: number; y: number; width: number }, style: Style): void {
    if (text === '') return
    const composed = text.normalize('NFC')
    const { align = 'left' } = style
    const free = align === 'left' ? 0 : width - this.widthOf(composed, style)
    const line = y + this.letters.ascentOf(style.face) * style.size
    this.letters.set(composed, x + (align === 'centre' ? free / 2 : free), line, style)
  }

  /** Puts a text of a drawing: `y` is the line that its letters stand on. */
  say({ text, x, y, size, anchor }: Extract<Shape, { kind: 'text' }>): void {
    const style: Style = { face: 'regular', size }
    const composed = text.normalize('NFC')
    const before = { start: 0, middle: 0.5, end: 1 }[anchor]
    this.letters.set(composed, x - before * this.widthOf(composed, style), y, style)
  }

  /**
   * Puts one line that reaches from side to side: word by word, each with the blank behind it, so that whoever copies the text
   * or has it read aloud gets words.
   */
  putEven(line: string, { x, y, width }: { x: number; y: number; width: number }, style: Style): void {
    const words = line.split(' ')
    const free = words.length === 1 ? 0 : (width - this.widthOf(line, style)) / (words.length - 1)
    // Before a word that is as long as a line, the line is left as it is: no row of words torn apart.
    const gap = free > widestGap * style.size ? 0 : free
    let from = x
    for (const [index, word] of words.entries()) {
      const text = index === words.length - 1 ? word : `${word} `
      this.put(text, { x: from, y, width }, style)
      from += this.widthOf(word, style) + this.widthOf(' ', style) + Math.max(0, gap)
    }
  }

  /** A text in lines no wider than this; a word that is wider is parted. */
  wrap(text: string, width: number, style: Style, firstIndent = 0): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.normalize('NFC').split(/\s+/u)) {
      for (const part of this.parted(word, width, style)) {
        const longer = line === '' ? part : `${line} ${part}`
        const room = width - (lines.length === 0 ? firstIndent : 0)
        if (line === '' || this.widthOf(longer, style) <= room) line = longer
        else {
          lines.push(line)
          line = part
        }
      }
    }
    return [...lines, line]
  }

  /** A rule from a place on. */
  rule(x: number, y: number, width: number): void {
    this.document
      .lineWidth(ruleWidth)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
  }

  /** Frames beside each other: one path for all, for a list has thousands of rows. @param widths of each, in points */
  frames({ x, y, height }: { x: number; y: number; height: number }, widths: readonly number[]): void {
    let from = x
    const path = widths.map((width) => {
      const frame = `${fine(from)} ${fine(y)} ${fine(width)} ${fine(height)} re`
      from += width
      return frame
    })
    this.document.addContent(`0.5 w\n${path.join('\n')}\nS`)
  }

  /** A QR code, dark on the white of the paper; whoever puts it leaves its quiet zone free. @param side in points */
  code({ size, modules }: QrMatrix, x: number, y: number, side: number): void {
    const runs: string[] = []
    for (let row = 0; row < size; row++)
      for (let from = 0; from < size; from++) {
        if (modules[row * size + from] !== 0) continue
        const begun = from
        while (from < size && modules[row * size + from] === 0) from++
        runs.push(`${begun} ${row} ${from - begun} 1 re`)
      }
    const { document } = this
    document
      .save()
      .translate(x, y)
      .scale(side / size)
      .fillColor('black')
    // Drawn as rectangles, a run of modules each: a reader that smooths pictures does not smooth them.
    document.addContent(`${runs.join('\n')}\nf`)
    document.restore()
  }

  private parted(word: string, width: number, style: Style): string[] {
    if (this.widthOf(word, style) <= width) return [word]
    const parts: string[] = []
    let part = ''
    for (const letter of word) {
      if (part !== '' && this.widthOf(part + letter, style) > width) {
        parts.push(part)
        part = ''
      }
      part += letter
    }
    return [...parts, part]
  }
}
