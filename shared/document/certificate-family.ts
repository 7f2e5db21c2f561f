/** Families of signed codes that exist in the world and that this program does not read. */

/**
 * `health-certificate-other-version`: HC2 and later of the European scheme. `dutch-domestic`: NL1, NL2.
 * `french-2d-doc`: 2D-DOC. `divoc`: India, Sri Lanka, the Philippines.
 * `open-attestation`: Singapore and its neighbours. `verifiable-credential`: W3C credentials as JSON or JWT.
 */
export type CertificateFamily =
  | 'health-certificate-other-version'
  | 'dutch-domestic'
  | 'french-2d-doc'
  | 'divoc'
  | 'open-attestation'
  | 'verifiable-credential'

const families: ReadonlyArray<readonly [RegExp, CertificateFamily]> = [
  [/^HC[02-9A-Z]:[0-9A-Z $%*+\-./:]{20}/, 'health-certificate-other-version'],
  [/^NL[0-9]:[0-9A-Z $%*+\-./:]{20}/, 'dutch-domestic'],
  // Header of 2D-DOC: mark, version, authority, certificate, two dates, type.
  [/^DC0[1-4][A-Z0-9]{8}[0-9A-F]{8}/, 'french-2d-doc'],
  [/^https:\/\/action\.openattestation\.com\/?\?q=/i, 'open-attestation'],
  [/^\{[^]*"(?:verifiableCredential|credentialSubject|proof)"\s*:/, 'verifiable-credential'],
  [/^(?:[a-z-]+:\/\/?)?eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}$/i, 'verifiable-credential'],
]

/** Which family a text seems to belong to; null where none. */
export function guessCertificateFamily(text: string): CertificateFamily | null {
  // A ZIP archive as its bytes (APPNOTE §4.3.7), which scanners give as Latin letters.
  if (text.startsWith('PK\u0003\u0004')) return 'divoc'
  return families.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
