/**
 * What a text is that is no certificate and no document we read, so that the officer can say what to show instead.
 * Nothing is opened, dialled or joined; secrets (a Wi-Fi password) are not even taken out.
 */
import { seemsMistyped } from '../barcode/mistyped.ts'
import { withoutPair } from '../barcode/inner-text.ts'
import { unwrapTransport, withoutWordBefore } from '../barcode/transport.ts'
import { readPersonalNumber } from '../domain/person/personal-number.ts'
import type { DocumentKind } from './document.ts'
import { guessCertificateFamily, type CertificateFamily } from './certificate-family.ts'
import { readPaymentCode } from './payment-code.ts'
import { readProductCode, type ProductSymbology } from './product-code.ts'
import { readWebAddress } from './web-address.ts'

export const guessKinds = [
  'binary',
  'damaged-document',
  'headless-certificate',
  'location-code',
  'url',
  'wifi',
  'contact',
  'phone',
  'message',
  'email',
  'place',
  'payment',
  'product',
  'identity-number',
  'certificate-family',
  'mistyped',
  'travel-document',
  'empty',
  'plain-text',
] as const
export type GuessKind = (typeof guessKinds)[number]

/** What a text seems to be. `kind` is stable; strings in it come from the code and are to be shown as text only. */
export type Guess =
  | { kind: 'binary' }
  /** Begins as a document of this kind, but some field of it is not right. */
  | { kind: 'damaged-document'; document: DocumentKind }
  /** The body of an HC1 code whose beginning a scanner has cut off; without it no certificate, as the public cases ask. */
  | { kind: 'headless-certificate' }
  /** The code at the door of a place, of PC-Covid or its forerunner: names the place, not the person. */
  | { kind: 'location-code'; host: string; code: string }
  | { kind: 'url'; host: string }
  | { kind: 'wifi'; network: string | null }
  | { kind: 'contact' }
  | { kind: 'phone' }
  | { kind: 'message' }
  | { kind: 'email' }
  | { kind: 'place' }
  /** `vietQr`: a transfer to a Vietnamese bank account. */
  | { kind: 'payment'; vietQr: boolean }
  | { kind: 'product'; symbology: ProductSymbology; digits: string }
  /** A bare citizen number, as some old cards' bar codes have it. */
  | { kind: 'identity-number'; number: string }
  | { kind: 'certificate-family'; family: CertificateFamily; system: string }
  /** Typed by a scanner on a keyboard layout that is not its own: the beginning of a known kind, distorted. */
  | { kind: 'mistyped'; seems: 'certificate' | 'identity' }
  /** Lines of a machine-readable zone. */
  | { kind: 'travel-document' }
  | { kind: 'empty' }
  | { kind: 'plain-text' }

const locationHosts = new Set(['qr.pccovid.gov.vn', 'qr.tokhaiyte.vn'])

/** Schemes of RFC 3966 (tel), 5724 (sms), 6068 (mailto), 5870 (geo), and what telephones' cameras know besides. */
const byPrefix: ReadonlyArray<readonly [RegExp, Guess]> = [
  [/^(?:BEGIN:VCARD|MECARD:|BIZCARD:)/i, { kind: 'contact' }],
  [/^(?:tel|facetime):/i, { kind: 'phone' }],
  [/^(?:smsto?|mmsto?):/i, { kind: 'message' }],
  [/^(?:mailto:|MATMSG:|SMTP:)/i, { kind: 'email' }],
  [/^geo:/i, { kind: 'place' }],
  // MoMo's transfers between persons, India's and Europe's, and the currencies of nobody.
  [/^(?:2\|99\||upi:|BCD\n00[12]\n|bitcoin:|ethereum:)/i, { kind: 'payment', vietQr: false }],
]

const bySoleContent: ReadonlyArray<readonly [RegExp, Guess]> = [
  [/^(?:\+84|0)[235789]\d{8}$/, { kind: 'phone' }],
  [/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, { kind: 'email' }],
  [/^[PVIAC][A-Z0-9<][A-Z0-9<]{28,42}(?:\s+[A-Z0-9<]{30,44}){1,2}$/i, { kind: 'travel-document' }],
  // Joined to one line: two of 44 or 36 characters, three of 30 (ICAO Doc 9303-4 to 9303-7), with the fillers of a name.
  [/^(?=.{3,}<<)(?=(?:.{72}|.{88}|.{90})$)[PVIAC][A-Z0-9<]*$/i, { kind: 'travel-document' }],
]

/**
 * Base45 of something compressed: how zlib's four usual headers begin (RFC 1950 §2.2), then more than any plate or note,
 * and what a scanner that cuts the first characters leaves of the other beginnings.
 */
const headless =
  /^(?:C?1?:?(?:V7|Y9|6B|NC)F[0-9A-Z $%*+\-./:]{60,}|(?:h?c)?:?\/\d{60,}|Z?CP:\/1\/[A-Z2-7]{60,}|"(?:data|sig)":\{"[^]*\})$/i

/** Controls other than tab and line ends, and the marks of a failed decoding. */
const binary = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]/u

function guessDamagedDocument(text: string): Guess | null {
  const bars = text.split('|', 32).length - 1
  if (bars >= 5 && /^[\dOIl]{11,13}\|/.test(text)) return { kind: 'damaged-document', document: 'citizen-card' }
  if (bars >= 7 && /^[A-Z]{2}\d{13}\|/.test(text))
    return { kind: 'damaged-document', document: 'health-insurance-card' }
  if (bars >= 4 && bars <= 5 && /^\*{6}[A-Z0-9]+\|/.test(text))
    return { kind: 'damaged-document', document: 'personal-code' }
  return null
}

function guessWebAddress(text: string): Guess | null {
  const address = readWebAddress(text)
  if (!address) return null
  const code = /^\/([\w-]+)\/?$/.exec(address.path)?.[1]
  if (code !== undefined && locationHosts.has(address.host)) return { kind: 'location-code', host: address.host, code }
  return { kind: 'url', host: address.host }
}

function guessWifi(text: string): Guess | null {
  if (!/^WIFI:/i.test(text)) return null
  // Within a value `\` precedes `\`, `;`, `,`, `:` and `"` (the ZXing project's description).
  const fields = text.slice('WIFI:'.length).match(/(?:[^;\\]|\\.)+/gsu) ?? []
  const network = fields.find((field) => /^S:/i.test(field))?.slice('S:'.length)
  return { kind: 'wifi', network: network?.replace(/\\(.)/gsu, '$1') ?? null }
}

function guessNumber(text: string): Guess | null {
  const product = readProductCode(text)
  if (product) return { kind: 'product', ...product }
  const number = readPersonalNumber(text)
  return number?.kind === 'personal' && number.province.name !== null && number.birthYear < 2100
    ? { kind: 'identity-number', number: text }
    : null
}

/** Says what a text seems to be. Always answers; the more particular guess comes before the more general. */
export function guessWhatItIs(text: string): Guess {
  const unwrapped = unwrapTransport(text).trim()
  const bare = withoutPair(unwrapped) ?? unwrapped
  const trimmed = withoutWordBefore(bare) ?? bare
  const family = guessCertificateFamily(unwrapped) ?? guessCertificateFamily(trimmed)
  if (family) return { kind: 'certificate-family', ...family }
  if (headless.test(trimmed) || headless.test(unwrapped)) return { kind: 'headless-certificate' }
  const damaged = guessDamagedDocument(trimmed)
  if (damaged) return damaged
  const mistyped = seemsMistyped(trimmed)
  if (mistyped) return { kind: 'mistyped', seems: mistyped }
  if (binary.test(trimmed)) return { kind: 'binary' }
  if (trimmed === '') return { kind: 'empty' }
  const prefixed = byPrefix.find(([pattern]) => pattern.test(trimmed))
  if (prefixed) return prefixed[1]
  const payment = readPaymentCode(trimmed)
  if (payment) return { kind: 'payment', ...payment }
  const found = guessWebAddress(trimmed) ?? guessWifi(trimmed) ?? guessNumber(trimmed)
  if (found) return found
  return bySoleContent.find(([pattern]) => pattern.test(trimmed))?.[1] ?? { kind: 'plain-text' }
}
