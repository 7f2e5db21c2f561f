/** DER encoding (X.690 §10) of what certificates are made of: the writing side of main/trust/certificates/der.ts. */

/** One element: tag, shortest length, content. Contents up to 65,535 bytes. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => der(0x30, ...items)
export const setOf = (...items: readonly Uint8Array[]): Buffer => der(0x31, ...items)
export const octetString = (...items: readonly Uint8Array[]): Buffer => der(0x04, ...items)
export const utf8String = (text: string): Buffer => der(0x0c, Buffer.from(text, 'utf8'))
export const printableString = (text: string): Buffer => der(0x13, Buffer.from(text, 'latin1'))
export const yes = der(0x01, Buffer.of(0xff))

/** A BIT STRING of whole bytes. */
export function bitString(bytes: Uint8Array): Buffer {
  return der(0x03, Buffer.of(0), bytes)
}

/** `[number]`, EXPLICIT. */
export function explicit(number: number, ...contents: readonly Uint8Array[]): Buffer {
  return der(0xa0 | number, ...contents)
}

/** An INTEGER of 0 or more, of big-endian bytes. */
export function unsigned(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const shortest = first === -1 ? Buffer.of(0) : bytes.subarray(first)
  return der(0x02, shortest[0]! >= 0x80 ? Buffer.of(0) : Buffer.alloc(0), shortest)
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) septets.unshift((left % 128) | 0x80)
    return septets
  })
  return der(0x06, Buffer.from(bytes))
}

/** A time as certificates write it: two digits of the year until 2049, four from 2050 (RFC 5280 §4.1.2.5). */
export function time(instant: number): Buffer {
  const digits = new Date(instant).toISOString().replaceAll(/\.\d+|[-:T]/g, '')
  return new Date(instant).getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2), 'latin1'))
    : der(0x18, Buffer.from(digits, 'latin1'))
}
