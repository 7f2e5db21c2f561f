/**
 * A part of a workbook as its reader may be given it: what a program that shows workbooks makes of it, and no more.
 *
 * The reader finds tags by patterns, wherever they stand: in a comment, under another namespace, in an alternative that
 * nobody's program takes. So the part is read as XML is (XML 1.0, Namespaces in XML 1.0), held against the places that
 * ECMA-376 part 1 §18.3 gives to what holds cells, and written anew with one form of every tag.
 */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import { mostAttributes, mostDepth, mostElements } from '../bounds.ts'
import { PartRules, Refused, type RefusedPart } from './part-rules.ts'

/** The part written anew; null where its reader needs none of it. */
export type PlainPart = { ok: true; content: Buffer | null } | { ok: false; why: RefusedPart }

const spreadsheet = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/spreadsheetml\/(?:2006\/)?main$/
const packaging = /^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/(?:content-types|relationships)$/
const relationships =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships$/
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = 'http://www.w3.org/XML/1998/namespace'

/** Characters that are read at once: what is too much is noticed behind each piece. */
const piece = 65_536

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (character) => escapes[character] ?? `&#${character.charCodeAt(0)};`)
const escapedText = (text: string): string => text.replace(/[&<>\r]/g, (character) => escapes[character] ?? '&#13;')

/** The name under which an attribute is written; null where no reader of workbooks asks for it. */
function nameOf({ uri, local }: SaxesAttributeNS): string | null {
  if (uri === '') return local
  if (uri === xml) return `xml:${local}`
  return relationships.test(uri) ? `r:${local}` : null
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const named = new Map<string, string>()
  for (const attribute of Object.values(tag.attributes)) {
    const name = nameOf(attribute)
    if (name !== null) named.set(name, attribute.value)
  }
  return named
}

/** Reads one part, and writes it anew. */
class Rewriting {
  private readonly written: string[] = []
  private readonly rules = new PartRules()
  private readonly mostElements: number
  private namespace: string | null = null
  private elements = 0
  private attributes = 0
  private depth = 0
  /** How deep stands what is left out with all in it, and whether a program may yet make something of it; null: nothing is. */
  private leftOut: { depth: number; foreign: boolean } | null = null

  constructor(most: number) {
    this.mostElements = most
  }

  /** Null where the part is of no kind that its reader needs. */
  get result(): string | null {
    return this.namespace === '' ? null : this.written.join('')
  }

  attribute(): void {
    if (++this.attributes > mostAttributes) throw new Refused('too-many-cells')
  }

  open(tag: SaxesTagNS): void {
    this.attributes = 0
    if (++this.elements > this.mostElements || ++this.depth > mostDepth) throw new Refused('too-many-cells')
    this.namespace ??= spreadsheet.test(tag.uri) || packaging.test(tag.uri) ? tag.uri : ''
    if (this.namespace === '') return
    const own = tag.uri === this.namespace
    if (this.leftOut) {
      if (own && this.leftOut.foreign) this.rules.demandHarmless(tag.local)
      return
    }
    if (!own || this.rules.isLeftOut(tag.local)) this.leftOut = { depth: this.depth, foreign: !own }
    else this.write(tag)
  }

  private write(tag: SaxesTagNS): void {
    const attributes = attributesOf(tag)
    const before = this.rules.open(tag.local, attributes)
    if (before === null) return
    const root = this.depth === 1 ? ` xmlns="${tag.uri}" xmlns:r="${r}"` : ''
    const shown = [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
    this.written.push(`${before}<${tag.local}${root}${shown}${tag.isSelfClosing ? '/' : ''}>`)
  }

  close(tag: SaxesTagNS): void {
    const depth = this.depth--
    if (this.namespace === '') return
    if (this.leftOut) {
      if (this.leftOut.depth === depth) this.leftOut = null
      return
    }
    if (this.rules.close() && !tag.isSelfClosing) this.written.push(`</${tag.local}>`)
  }

  text(text: string): void {
    if (this.leftOut || this.namespace === null || this.namespace === '') return
    const once = escapedText(text)
    this.written.push(this.rules.isFormulaText ? escapedText(once) : once)
  }
}

function refuse(): never {
  throw new Refused('damaged')
}

function rewritten(text: string, most: number): string | null {
  const rewriting = new Rewriting(most)
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse()
  })
  parser.on('attribute', () => rewriting.attribute())
  parser.on('opentag', (tag) => rewriting.open(tag))
  parser.on('closetag', (tag) => rewriting.close(tag))
  parser.on('text', (said) => rewriting.text(said))
  parser.on('cdata', (said) => rewriting.text(said))
  for (let at = 0; at < text.length; at += piece) parser.write(text.slice(at, at + piece))
  parser.close()
  return rewriting.result
}

/** Reads a part of so many elements at most and writes it anew, or says why it is not taken. */
export function plainPart(content: Buffer, most = mostElements): PlainPart {
  try {
    // A workbook's parts are UTF-8; the other encoding that the standard allows, no program saves.
    const text = rewritten(new TextDecoder('utf-8', { fatal: true }).decode(content), most)
    return { ok: true, content: text === null ? null : Buffer.from(text) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.why }
    if (error instanceof TypeError) return { ok: false, why: 'damaged' }
    throw error
  }
}
