/** Issues X.509 certificates (RFC 5280) as passports' authorities do (ICAO 9303-12 §7.1): theirs, and their signers'. */
import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import {
  bitString,
  der,
  explicit,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  time,
  unsigned,
  utf8String,
  yes,
} from './der-encode.ts'

/** A pair of keys, RSA or on P-256, P-384 or P-521. */
export interface KeyPair {
  privateKey: KeyObject
  publicKey: KeyObject
}

/** Whose certificate it is, and for how long. */
export interface CertificateContent {
  /** ISO 3166 alpha-2. */
  country: string
  commonName: string
  /** The state as in passports, three letters; null: not stated. */
  state: string | null
  publicKey: KeyObject
  /** Epoch milliseconds; whole seconds are written. */
  notBefore: number
  notAfter: number
  /** May it sign certificates? */
  authority: boolean
  /** Object identifiers of what it may be used for; empty: not stated. */
  purposes: readonly string[]
  /** ICAO's kinds of document, `NT` and `NV` among them; empty: not stated. */
  documentTypes: readonly string[]
}

/** Who issues: a name and a key. */
export interface CertificateIssuer {
  country: string
  commonName: string
  keys: KeyPair
}

function attribute(oid: string, value: Buffer): Buffer {
  return setOf(sequence(objectIdentifier(oid), value))
}

function name({ country, commonName }: { country: string; commonName: string }): Buffer {
  return sequence(attribute('2.5.4.6', printableString(country)), attribute('2.5.4.3', utf8String(commonName)))
}

function spki(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' })
}

/** RFC 5280 §4.2.1.2 asks for some hash of the key. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha256').update(spki(key)).digest().subarray(0, 20)
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [yes] : []), octetString(value))
}

function extensions(content: CertificateContent, issuer: CertificateIssuer): Buffer {
  const { authority, documentTypes, publicKey, purposes, state } = content
  // Certificate and revocation signing (bits 5 and 6), or digital signature (bit 0).
  const usage = authority ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80])
  const listed = [
    extension('2.5.29.35', false, sequence(der(0x80, keyId(issuer.keys.publicKey)))),
    extension('2.5.29.14', false, octetString(keyId(publicKey))),
    extension('2.5.29.15', true, der(0x03, usage)),
  ]
  if (authority) listed.push(extension('2.5.29.19', true, sequence(yes, unsigned(Buffer.of(0)))))
  if (state !== null) {
    listed.push(extension('2.5.29.17', false, sequence(explicit(4, sequence(attribute('2.5.4.7', utf8String(state)))))))
  }
  if (purposes.length > 0) listed.push(extension('2.5.29.37', true, sequence(...purposes.map(objectIdentifier))))
  if (documentTypes.length > 0) {
    const list = sequence(unsigned(Buffer.of(0)), setOf(...documentTypes.map(printableString)))
    listed.push(extension('2.23.136.1.1.6.2', false, list))
  }
  return explicit(3, sequence(...listed))
}

/** SHA-256 throughout: ecdsa-with-SHA256 and sha256WithRSAEncryption. */
function signatureAlgorithm(key: KeyObject): Buffer {
  return key.asymmetricKeyType === 'rsa'
    ? sequence(objectIdentifier('1.2.840.113549.1.1.11'), der(0x05))
    : sequence(objectIdentifier('1.2.840.10045.4.3.2'))
}

/** Issues a certificate and answers its DER. An authority's own is issued by itself. */
export function issueCertificate(content: CertificateContent, issuer: CertificateIssuer): Buffer {
  const { privateKey } = issuer.keys
  const algorithm = signatureAlgorithm(privateKey)
  const toBeSigned = sequence(
    explicit(0, unsigned(Buffer.of(2))),
    unsigned(randomBytes(16)),
    algorithm,
    name(issuer),
    sequence(time(content.notBefore), time(content.notAfter)),
    name(content),
    spki(content.publicKey),
    extensions(content, issuer),
  )
  return sequence(toBeSigned, algorithm, bitString(sign('sha256', toBeSigned, privateKey)))
}
