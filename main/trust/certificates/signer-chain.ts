/**
 * VDS-NC codes carry the certificate of whoever signed them. It counts if a country signing authority (CSCA) whose
 * certificate we hold issued it (ICAO 9303-12 §5): directly, as these authorities sign no others in between.
 *
 * Every authority held is trusted for itself, whether its certificate is self-signed or links an old key to a new one:
 * our trust came signed from our own repository, not from that link.
 */
import type { KeyObject } from 'node:crypto'
import type { StatementKind } from '../../../shared/certificate/certificate.ts'
import { verifyCertificate } from './certificate-signature.ts'
import { certifiedKey } from '../keys/certified-key.ts'
import { NotDer } from './der.ts'
import { KeyUnusable } from '../keys/key-unusable.ts'
import { readX509, type X509 } from './x509.ts'

/** A certificate and its key, ready to verify with. */
export interface Certified {
  certificate: X509
  key: KeyObject
  /** `key.asymmetricKeyType`, as in `TrustedKey`. */
  keyType: string
}

/** What is asked about a signer. */
export interface SignerQuestion {
  /** What it signed; null where that could not be read. */
  kind: StatementKind | null
  /** The issuing state that the code names, three letters as in passports. */
  state: string | null
  /** The earliest that it can have signed, epoch milliseconds; null where the code does not tell. */
  signedAt: number | null
  now: number
}

/**
 * `unknown-authority`: issued by nobody whom we hold. `not-issued`: names a key that we hold, and that key did not
 * sign it: forged. `not-checkable`: issued in a way that we do not check. `other-state`: the code names a state that
 * is not its authority's. `authority` and `signer` are names as they are shown.
 */
export type SignerAnswer =
  | { outcome: 'trusted'; authority: string; country: string | null }
  | { outcome: 'unknown-authority'; signer: string }
  | { outcome: 'not-issued'; authority: string }
  | { outcome: 'not-checkable'; authority: string }
  | {
      outcome: 'not-allowed'
      authority: string
      why: 'authority-itself' | 'key-usage' | 'purpose' | 'document-type' | 'critical-extension'
    }
  | { outcome: 'other-state'; authority: string; state: string }
  | { outcome: 'out-of-date'; authority: string; which: 'signer' | 'authority' }

/** Reads a certificate and imports its key; where it cannot be used, why. */
export function readCertified(der: Uint8Array): { ok: true; certified: Certified } | { ok: false; why: string } {
  try {
    const certificate = readX509(der)
    const key = certifiedKey(certificate)
    return { ok: true, certified: { certificate, key, keyType: key.asymmetricKeyType ?? '' } }
  } catch (error) {
    if (error instanceof NotDer || error instanceof KeyUnusable) return { ok: false, why: error.message }
    throw error
  }
}

/** Why a certificate is no authority's; null where it is. Old authorities name no constraints: those sign themselves. */
function whyNoAuthority({ certificate, keyType }: Certified): string | null {
  const { extensions, issuer, subject } = certificate
  // ICAO 9303-12 §4.4: RSA and ECDSA; no other certificate's signature is checked here.
  if (keyType !== 'rsa' && keyType !== 'ec') return new KeyUnusable('type-unsupported', { type: keyType }).message
  if (extensions.unknownCritical) return new KeyUnusable('critical-extension').message
  const selfIssued = issuer.comparable === subject.comparable
  if (!(extensions.isAuthority ?? selfIssued)) return 'not the certificate of an authority'
  if (extensions.keyUsage && !extensions.keyUsage.certificateSigning) return 'may not sign certificates'
  return null
}

/** Signing VDS-NC (ICAO TR VDS-NC §5): the purpose, and per kind the document type. Both may be left out. */
const purposeVdsNc = '2.23.136.1.1.14.2'
const documentTypeOf: ReadonlyMap<StatementKind, string> = new Map([
  ['test', 'NT'],
  ['vaccination', 'NV'],
])

function whyNotAllowed(
  { extensions }: X509,
  kind: StatementKind | null,
): (SignerAnswer & { outcome: 'not-allowed' })['why'] | null {
  const { documentTypes, extendedKeyUsage, isAuthority, keyUsage, unknownCritical } = extensions
  if (unknownCritical) return 'critical-extension'
  if (isAuthority) return 'authority-itself'
  if (keyUsage && !keyUsage.digitalSignature) return 'key-usage'
  if (extendedKeyUsage && !extendedKeyUsage.includes(purposeVdsNc)) return 'purpose'
  const wanted = kind && documentTypeOf.get(kind)
  if (documentTypes && wanted && !documentTypes.includes(wanted)) return 'document-type'
  return null
}

/**
 * A code says no more of when it was signed than that it was after the result and before now: a certificate that was
 * in date at any moment of that time may have signed.
 */
function mayHaveSigned({ notBefore, notAfter }: X509, { signedAt, now }: SignerQuestion): boolean {
  return notBefore <= now && notAfter >= Math.min(signedAt ?? now, now)
}

/** The country signing authorities that we hold. Built once, when the store is loaded. */
export class SigningAuthorities {
  /** Those that could not be used, with the reason. */
  readonly refused: readonly { index: number; why: string }[]
  private readonly byKeyId = new Map<string, Certified[]>()
  private readonly byName = new Map<string, Certified[]>()
  readonly size: number

  /** @param certificates DER, one authority each; one that cannot be used does not cost the others */
  constructor(certificates: readonly Uint8Array[]) {
    const refused: { index: number; why: string }[] = []
    certificates.forEach((der, index) => {
      const read = readCertified(der)
      const why = read.ok ? whyNoAuthority(read.certified) : read.why
      if (!read.ok || why !== null) refused.push({ index, why: why ?? '' })
      else this.add(read.certified)
    })
    this.refused = refused
    this.size = certificates.length - refused.length
  }

  private add(authority: Certified): void {
    const { extensions, subject } = authority.certificate
    const enter = (table: Map<string, Certified[]>, key: string): unknown =>
      table.set(key, [...(table.get(key) ?? []), authority])
    if (extensions.subjectKeyId !== null) enter(this.byKeyId, extensions.subjectKeyId)
    enter(this.byName, subject.comparable)
  }

  /** Does this signer's certificate come from one of us, and may it have signed what it signed? */
  judge({ certificate: signer }: Certified, question: SignerQuestion): SignerAnswer {
    const { authorityKeyId } = signer.extensions
    const named = authorityKeyId === null ? [] : (this.byKeyId.get(authorityKeyId) ?? [])
    // An authority changes its key and keeps its name, so that a name alone does not prove a forgery.
    const candidates = [...new Set([...named, ...(this.byName.get(signer.issuer.comparable) ?? [])])]
    const asked = candidates.map((authority) => ({ authority, answer: verifyCertificate(signer, authority.key) }))
    const issuers = asked.flatMap(({ answer, authority }) => (answer === 'valid' ? [authority.certificate] : []))
    const issuer = issuers.find((certificate) => mayHaveSigned(certificate, question)) ?? issuers[0]
    if (issuer) return judgeIssued(signer, issuer, question)
    const doubtful = asked.find(({ answer, authority }) => answer === 'unsupported' || named.includes(authority))
    if (!doubtful) return { outcome: 'unknown-authority', signer: signer.subject.shown }
    const authority = doubtful.authority.certificate.subject.shown
    return { outcome: doubtful.answer === 'unsupported' ? 'not-checkable' : 'not-issued', authority }
  }
}

/** About a signer whom an authority did issue. */
function judgeIssued(signer: X509, issuer: X509, question: SignerQuestion): SignerAnswer {
  const authority = issuer.subject.shown
  const why = whyNotAllowed(signer, question.kind)
  if (why !== null) return { outcome: 'not-allowed', authority, why }
  const [named, own] = [question.state?.toUpperCase().replaceAll('<', ''), issuer.extensions.state]
  // Codes of other lengths (Germany's D) are written in more ways than one.
  if (named !== undefined && own !== null && named.length === own.length && named !== own) {
    return { outcome: 'other-state', authority, state: own }
  }
  if (!mayHaveSigned(signer, question)) return { outcome: 'out-of-date', authority, which: 'signer' }
  if (!mayHaveSigned(issuer, question)) return { outcome: 'out-of-date', authority, which: 'authority' }
  return { outcome: 'trusted', authority, country: issuer.subject.country }
}
