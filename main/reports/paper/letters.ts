/**
 * Lines of letters as a page of a PDF has them (ISO 32000-1 §9.4). Letter beside letter, each as wide as its face says and not
 * moved nearer to its neighbour, as office programs set Times New Roman where nobody tells them otherwise: so that a letter is
 * looked up once for a whole document, and a list of thousands of names takes no longer than writing it.
 */
import type { Face } from './faces.ts'

/** What PDFKit keeps of a face that is in a document, of which its types do not tell. */
interface EmbeddedFace {
  readonly id: string
  /** How far letters reach above their line, in thousandths of their size. */
  readonly ascender: number
  /** The codes of a text's letters, four hexadecimal digits each, and where they stand; from then on they are in the file. */
  encode(text: string): [codes: string[], places: { advanceWidth: number }[]]
  ref(): unknown
}

/** The face that a document was set to last. */
const embeddedIn = (document: PDFKit.PDFDocument): EmbeddedFace => Reflect.get(document, '_font')

interface Letter {
  code: string
  /** In thousandths of the size. */
  width: number
}

/** A mark that is no letter's own stands where the face says: PDFKit sets such a text. */
const loose = /\p{M}/u

/** A length as it is written: finer than any printer, in points. */
export const fine = (points: number): number => Math.round(points * 1000) / 1000

/** The letters of one document. */
export class Letters {
  private readonly document: PDFKit.PDFDocument
  private readonly known: Record<Face, Map<string, Letter>> = {
    regular: new Map(),
    italic: new Map(),
    bold: new Map(),
    'bold-italic': new Map(),
  }

  constructor(document: PDFKit.PDFDocument) {
    this.document = document
  }

  /** How wide a text is in one line, for a size of 1. @param text NFC */
  widthOf(text: string, face: Face): number {
    if (loose.test(text)) return this.document.font(face).fontSize(1000).widthOfString(text) / 1000
    let width = 0
    for (const letter of text) width += this.letter(letter, face).width
    return width / 1000
  }

  /** How far letters reach above their line, for a size of 1. */
  ascentOf(face: Face): number {
    return embeddedIn(this.document.font(face)).ascender / 1000
  }

  /** Sets a text on a line, from a place on, in points from the upper left of the page. @param text NFC */
  set(text: string, x: number, y: number, { face, size }: { face: Face; size: number }): void {
    const { document } = this
    document.font(face)
    if (loose.test(text)) {
      document.fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
      return
    }
    let codes = ''
    for (const letter of text) codes += this.letter(letter, face).code
    const { page } = document
    const font = embeddedIn(document)
    page.fonts[font.id] ??= font.ref()
    document.addContent(
      `q\n1 0 0 -1 0 ${fine(page.height)} cm\nBT\n1 0 0 1 ${fine(x)} ${fine(page.height - y)} Tm\n/${font.id} ${size} Tf\n<${codes}> Tj\nET\nQ`,
    )
  }

  private letter(letter: string, face: Face): Letter {
    const known = this.known[face].get(letter)
    if (known) return known
    const [codes, places] = embeddedIn(this.document.font(face)).encode(letter)
    const found = { code: codes.join(''), width: places.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) }
    this.known[face].set(letter, found)
    return found
  }
}
