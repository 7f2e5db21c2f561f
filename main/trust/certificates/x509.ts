/** X.509 certificates (RFC 5280 §4.1), taken apart. Nothing about them is believed here. */
import { bitStringOf, childrenOf, contentOf, contextTag, NotDer, onlyElement, tags, type Element } from './der.ts'
import { readExtensions, type Extensions } from './x509-extensions.ts'
import { readName, type Name } from './x509-name.ts'

/** A certificate. */
export interface X509 {
  der: Buffer
  /** The part that the signature covers. */
  signed: Buffer
  /** AlgorithmIdentifier of the signature. */
  signatureAlgorithm: Element
  signature: Buffer
  issuer: Name
  subject: Name
  /** Epoch milliseconds. */
  notBefore: number
  notAfter: number
  /** SubjectPublicKeyInfo. */
  publicKey: Element
  extensions: Extensions
}

/** UTCTime and GeneralizedTime in the only forms that certificates may use (RFC 5280 §4.1.2.5): to the second, in UTC. */
function instantOf(element: Element | undefined): number {
  const text = element?.content.toString('latin1') ?? ''
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  const [digits, tag] = [match?.[1]?.length, element?.tag]
  if (!match || tag !== (digits === 2 ? tags.utcTime : tags.generalizedTime)) throw new NotDer('a time that cannot be')
  const [written = 0, month = 0, day = 0, hours, minutes, seconds] = match.slice(1).map(Number)
  const year = digits === 4 ? written : written < 50 ? 2000 + written : 1900 + written
  const instant = Date.UTC(year, month - 1, day, hours, minutes, seconds)
  // The 31st of February would become the 3rd of March.
  const said = `${year}${match.slice(2).join('')}`
  if (new Date(instant).toISOString().slice(0, 19).replaceAll(/\D/g, '') !== said)
    throw new NotDer('a time that cannot be')
  return instant
}

/**
 * Takes a certificate apart. This is the only reader of certificates here: what one reader takes for a name or a key and
 * another does not is how a certificate comes to be believed for what it does not say.
 * @param der the whole certificate. With anything behind it, it is none: its hash would not be its own, and what was
 * vouched for could be either.
 * @throws NotDer
 */
export function readX509(der: Uint8Array): X509 {
  const bytes = Buffer.from(der)
  const [toBeSigned, signatureAlgorithm, signature, beyond] = childrenOf(onlyElement(bytes))
  if (beyond) throw new NotDer('something behind the signature')
  const all = childrenOf(toBeSigned)
  const members = all[0]?.tag === contextTag(0) ? all.slice(1) : all
  const [, innerAlgorithm, issuer, validity, subject, publicKey] = members
  if (!toBeSigned || !signatureAlgorithm || !innerAlgorithm || !issuer || !subject || !publicKey)
    throw new NotDer('members missing')
  // §4.1.1.2: only the inner one is signed, so the outer one must not say otherwise.
  if (!innerAlgorithm.whole.equals(signatureAlgorithm.whole)) throw new NotDer('two signature algorithms')
  const [notBefore, notAfter] = childrenOf(validity)
  const extensions = members.find(({ tag }) => tag === contextTag(3))
  return {
    der: bytes,
    signed: toBeSigned.whole,
    signatureAlgorithm,
    signature: bitStringOf(signature),
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: instantOf(notBefore),
    notAfter: instantOf(notAfter),
    publicKey: { ...publicKey, content: contentOf(publicKey, tags.sequence) },
    extensions: readExtensions(extensions && onlyElement(extensions.content)),
  }
}
