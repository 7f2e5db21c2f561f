/** Whether one certificate was signed by another's key (RFC 5280 §4.1.1.3), through Node's own cryptography. */
import { constants, verify, type KeyObject } from 'node:crypto'
import { childrenOf, contextTag, NotDer, oidOf, onlyElement, tags, type Element } from './der.ts'
import type { X509 } from './x509.ts'

interface Scheme {
  keyType: 'rsa' | 'ec'
  hash: string
  /** Salt length of RSASSA-PSS; null for the others. */
  salt: number | null
}

/** SHA-1 is not among them: whoever can make it collide can make a signer. */
const schemes: ReadonlyMap<string, Scheme> = new Map([
  ['1.2.840.113549.1.1.11', { keyType: 'rsa', hash: 'sha256', salt: null }],
  ['1.2.840.113549.1.1.12', { keyType: 'rsa', hash: 'sha384', salt: null }],
  ['1.2.840.113549.1.1.13', { keyType: 'rsa', hash: 'sha512', salt: null }],
  ['1.2.840.10045.4.3.2', { keyType: 'ec', hash: 'sha256', salt: null }],
  ['1.2.840.10045.4.3.3', { keyType: 'ec', hash: 'sha384', salt: null }],
  ['1.2.840.10045.4.3.4', { keyType: 'ec', hash: 'sha512', salt: null }],
])

const rsaPss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
const hashes: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** RSASSA-PSS-params (RFC 4055 §3.1) with one hash throughout; its defaults are SHA-1. */
function pssScheme(parameters: Element | undefined): Scheme | null {
  const members = parameters ? childrenOf(parameters) : []
  const member = (number: number): Element | undefined => {
    const found = members.find(({ tag }) => tag === contextTag(number))
    return found && onlyElement(found.content)
  }
  const [digest, mask, salt] = [member(0), member(1), member(2)]
  if (!digest || !mask || salt?.tag !== tags.integer || salt.content.length > 2) return null
  const [maskFunction, maskDigest] = childrenOf(mask)
  const hash = hashes.get(oidOf(childrenOf(digest)[0]))
  if (oidOf(maskFunction) !== mgf1 || !maskDigest || hashes.get(oidOf(childrenOf(maskDigest)[0])) !== hash) return null
  return hash === undefined ? null : { keyType: 'rsa', hash, salt: salt.content.readUIntBE(0, salt.content.length) }
}

function schemeOf(algorithm: Element): Scheme | null {
  const [identifier, parameters] = childrenOf(algorithm)
  const oid = oidOf(identifier)
  return oid === rsaPss ? pssScheme(parameters) : (schemes.get(oid) ?? null)
}

/** `unsupported`: signed in a way that we do not check, SHA-1 among them. */
export type CertificateSignature = 'valid' | 'mismatch' | 'unsupported'

/** Did this key sign this certificate? */
export function verifyCertificate(certificate: X509, key: KeyObject): CertificateSignature {
  let scheme: Scheme | null
  try {
    scheme = schemeOf(certificate.signatureAlgorithm)
  } catch (error) {
    if (error instanceof NotDer) return 'unsupported'
    throw error
  }
  if (!scheme) return 'unsupported'
  const { hash, keyType, salt } = scheme
  if (key.asymmetricKeyType !== keyType) return 'mismatch'
  const padding = salt === null ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt }
  return verify(hash, certificate.signed, { key, ...padding }, certificate.signature) ? 'valid' : 'mismatch'
}
