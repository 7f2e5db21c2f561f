/**
 * DER (X.690 §8, §10), read strictly and no deeper than asked: what is needed of X.509 certificates that Node does not
 * tell, and of those that BoringSSL, which Electron is built with, does not read.
 */

/** Bytes that are not the DER they should be. Thrown here, caught where a certificate is read. */
export class NotDer extends Error {
  constructor(why: string) {
    super(`not DER: ${why}`)
    this.name = 'NotDer'
  }
}

/** Tags as they stand in the identifier octet, class and constructed bit included (X.680 §8.4). */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const

/** The tag of `[number]`, constructed as for EXPLICIT tags, or primitive. */
export function contextTag(number: number, primitive = false): number {
  return (primitive ? 0x80 : 0xa0) | number
}

/** One element. */
export interface Element {
  tag: number
  content: Buffer
  /** The whole element, header and content. */
  whole: Buffer
}

function elementAt(bytes: Buffer, from: number): Element {
  const tag = bytes[from]
  const first = bytes[from + 1]
  if (tag === undefined || first === undefined) throw new NotDer('ends early')
  if ((tag & 0x1f) === 0x1f) throw new NotDer('a tag of several bytes')
  const width = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || width > 3 || from + 2 + width > bytes.length) throw new NotDer('a length that cannot be')
  const length = width === 0 ? first : bytes.readUIntBE(from + 2, width)
  if (width > 0 && (length < 0x80 || length < 256 ** (width - 1)))
    throw new NotDer('a length in more bytes than it needs')
  const begin = from + 2 + width
  if (begin + length > bytes.length) throw new NotDer('ends early')
  return { tag, content: bytes.subarray(begin, begin + length), whole: bytes.subarray(from, begin + length) }
}

/**
 * Every element of a content, in order.
 * @throws NotDer
 */
export function elementsOf(content: Buffer): Element[] {
  const elements: Element[] = []
  for (let at = 0; at < content.length; ) {
    const element = elementAt(content, at)
    elements.push(element)
    at += element.whole.length
  }
  return elements
}

/**
 * The single element that `bytes` are.
 * @throws NotDer
 */
export function onlyElement(bytes: Buffer): Element {
  const element = elementAt(bytes, 0)
  if (element.whole.length !== bytes.length) throw new NotDer('bytes after the end')
  return element
}

/**
 * The content of an element that must be there and have this tag.
 * @throws NotDer
 */
export function contentOf(element: Element | undefined, tag: number): Buffer {
  if (element?.tag !== tag) throw new NotDer(`no element of tag ${tag}`)
  return element.content
}

/**
 * The elements inside one that must be there and have this tag.
 * @throws NotDer
 */
export function childrenOf(element: Element | undefined, tag: number = tags.sequence): Element[] {
  return elementsOf(contentOf(element, tag))
}

/**
 * What a BOOLEAN says: TRUE is all ones (§11.1). Undefined where the element is none.
 * @throws NotDer
 */
export function booleanOf(element: Element | undefined): boolean | undefined {
  if (element?.tag !== tags.boolean) return undefined
  const [value] = element.content
  if (element.content.length !== 1 || (value !== 0 && value !== 0xff)) throw new NotDer('a boolean that cannot be')
  return value === 0xff
}

/**
 * The bytes of a BIT STRING of whole bytes.
 * @throws NotDer
 */
export function bitStringOf(element: Element | undefined): Buffer {
  const content = contentOf(element, tags.bitString)
  if (content[0] !== 0) throw new NotDer('a bit string that is not whole bytes')
  return content.subarray(1)
}

/**
 * An OBJECT IDENTIFIER in dots.
 * @throws NotDer
 */
export function oidOf(element: Element | undefined): string {
  const content = contentOf(element, tags.oid)
  if (content.length === 0 || content.length > 32 || content.at(-1)! >= 0x80)
    throw new NotDer('an object identifier that cannot be')
  const arcs: number[] = []
  let arc = 0
  let begins = true
  for (const byte of content) {
    // X.690 §8.19.2: in as few bytes as it needs, so that one identifier is not two.
    if (begins && byte === 0x80) throw new NotDer('an object identifier in more bytes than it needs')
    begins = byte < 0x80
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    if (arcs.length > 0) arcs.push(arc)
    else arcs.push(Math.min(Math.floor(arc / 40), 2), arc - 40 * Math.min(Math.floor(arc / 40), 2))
    arc = 0
  }
  return arcs.join('.')
}
