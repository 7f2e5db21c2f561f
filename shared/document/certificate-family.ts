/** Systems of signed codes that exist in the world and that this program does not read. */

/**
 * `health-certificate-other-version`: HC2 and later of the European scheme. `dutch-domestic`: NL1, NL2.
 * `base45-scheme`: letters, digits, a colon and base45, as the European scheme and those made after it begin.
 * `pass-other-version`: NZCP after version 1. `french-2d-doc`: 2D-DOC. `visible-digital-seal`: ICAO's, as bytes.
 * `divoc`: India, Sri Lanka, the Philippines. `health-link`: a SMART or WHO health link, which holds a key and an address.
 * `open-attestation`: Singapore and its neighbours. `verifiable-credential`: W3C credentials as JSON or JWT, SD-JWT among
 * them. `wallet`: what a telephone's wallet shows or is asked by (OpenID4VP, EUDI, ISO/IEC 18013-5). `driving-licence`: the
 * bar code of American and Canadian licences.
 */
export type CertificateFamily =
  | 'health-certificate-other-version'
  | 'dutch-domestic'
  | 'base45-scheme'
  | 'pass-other-version'
  | 'french-2d-doc'
  | 'visible-digital-seal'
  | 'divoc'
  | 'health-link'
  | 'open-attestation'
  | 'verifiable-credential'
  | 'wallet'
  | 'driving-licence'

/** A family, and the name by which people know the system. */
export interface UnsupportedSystem {
  family: CertificateFamily
  system: string
}

/** Each with its name; null: what stands before the colon is the name. */
const families: ReadonlyArray<readonly [RegExp, CertificateFamily, string | null]> = [
  [/^HC[02-9A-Z]:[0-9A-Z $%*+\-./:]{20}/, 'health-certificate-other-version', null],
  [/^NL[0-9]:[0-9A-Z $%*+\-./:]{20}/, 'dutch-domestic', null],
  [/^(?!HC1)[A-Z]{2}[0-9]:[0-9A-Z $%*+\-./:]{20,}$/, 'base45-scheme', null],
  [/^[A-Z]{2,4}[0-9]{1,2}:(?!\/)[0-9A-Z $%*+\-./:]{60,}$/, 'base45-scheme', null],
  [/^NZCP:\/(?!1\/)\d{1,3}\/[A-Z2-7]{20}/, 'pass-other-version', 'NZCP'],
  // Header of 2D-DOC: mark, version, authority, certificate, two dates, type.
  [/^DC0[1-4][A-Z0-9]{8}[0-9A-F]{8}/, 'french-2d-doc', '2D-DOC'],
  [/^mdoc:(?:\/\/)?[\w-]{8}/i, 'wallet', 'ISO 18013-5'],
  [
    /^(?:[a-z]+-)?openid(?:4vp|-credential-offer|-vc|-initiate-issuance)?:\/\/|^(?:haip|eudi-wallet|didcomm):\/\//i,
    'wallet',
    'OpenID',
  ],
  [/^@\s*[^\w\s]?\s*(?:ANSI |AAMVA)\d{6}/, 'driving-licence', 'AAMVA'],
  // The link itself, or the address of a viewer with the link behind its fragment mark.
  [/^(?:https?:\/\/[^\s#]*#\/?)?(?:shl|vhl)ink:\/\S/i, 'health-link', 'SMART Health Link'],
  [/^https:\/\/action\.openattestation\.com\/?\?q=/i, 'open-attestation', 'OpenAttestation'],
  [/^\{[^]*"(?:verifiableCredential|credentialSubject|proof)"\s*:/, 'verifiable-credential', 'Verifiable Credential'],
  [
    /^(?:[a-z-]+:\/\/?)?eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}(?:~[\w.-]*)*$/i,
    'verifiable-credential',
    'Verifiable Credential',
  ],
]

/** Bytes, which scanners give as Latin letters: ICAO Doc 9303-13 §2.2 (three versions), a ZIP archive (APPNOTE §4.3.7). */
const byBytes: ReadonlyArray<readonly [string, UnsupportedSystem]> = [
  ...['\u00DC\u0001', '\u00DC\u0002', '\u00DC\u0003'].map(
    (magic) => [magic, { family: 'visible-digital-seal', system: 'ICAO VDS' }] as const,
  ),
  ['PK\u0003\u0004', { family: 'divoc', system: 'DIVOC' }],
]

/** Which system a text seems to belong to; null where none. */
export function guessCertificateFamily(text: string): UnsupportedSystem | null {
  const bytes = byBytes.find(([magic]) => text.startsWith(magic))
  if (bytes) return bytes[1]
  const found = families.find(([pattern]) => pattern.test(text))
  return found ? { family: found[1], system: found[2] ?? text.slice(0, text.indexOf(':')) } : null
}
