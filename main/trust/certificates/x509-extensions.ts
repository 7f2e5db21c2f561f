/** The extensions of X.509 certificates that decide who may sign what (RFC 5280 §4.2.1, ICAO 9303-12 §7.1). */
import {
  booleanOf,
  childrenOf,
  contentOf,
  contextTag,
  elementsOf,
  NotDer,
  oidOf,
  onlyElement,
  tags,
  type Element,
} from './der.ts'
import { readName } from './x509-name.ts'

/** What a certificate's extensions say; null for those that it does not have. */
export interface Extensions {
  /** Hexadecimal. */
  subjectKeyId: string | null
  authorityKeyId: string | null
  isAuthority: boolean | null
  keyUsage: { digitalSignature: boolean; certificateSigning: boolean } | null
  /** Object identifiers. */
  extendedKeyUsage: string[] | null
  /** ICAO's list of kinds of document that the key may sign: `NT` tests, `NV` vaccinations, `P` passports. */
  documentTypes: string[] | null
  /** The state as in passports, three letters mostly, from the subject's alternative name. */
  state: string | null
  /** Some extension is critical and none that we know, so that the certificate must not be relied on (§4.2). */
  unknownCritical: boolean
}

type Reader = (value: Element, extensions: Extensions) => void

const readers: Readonly<Record<string, Reader>> = {
  '2.5.29.14': (value, extensions) => {
    extensions.subjectKeyId = contentOf(value, tags.octetString).toString('hex')
  },
  '2.5.29.15': (value, extensions) => {
    // Bit 0 is the highest of the first byte (§4.2.1.3); the first byte of the content counts unused bits.
    const bits = contentOf(value, tags.bitString)[1] ?? 0
    extensions.keyUsage = { digitalSignature: (bits & 0x80) !== 0, certificateSigning: (bits & 0x04) !== 0 }
  },
  '2.5.29.17': (value, extensions) => {
    const directoryName = childrenOf(value).find(({ tag }) => tag === contextTag(4))
    if (directoryName)
      extensions.state = readName(onlyElement(directoryName.content)).locality?.replaceAll('<', '') ?? null
  },
  '2.5.29.19': (value, extensions) => {
    const [first] = childrenOf(value)
    extensions.isAuthority = booleanOf(first) ?? false
  },
  '2.5.29.35': (value, extensions) => {
    const keyIdentifier = childrenOf(value).find(({ tag }) => tag === contextTag(0, true))
    extensions.authorityKeyId = keyIdentifier?.content.toString('hex') ?? null
  },
  '2.5.29.37': (value, extensions) => {
    extensions.extendedKeyUsage = childrenOf(value).map(oidOf)
  },
  '2.23.136.1.1.6.2': (value, extensions) => {
    const list = childrenOf(value).find(({ tag }) => tag === tags.set)
    extensions.documentTypes = elementsOf(contentOf(list, tags.set)).map(({ content }) => content.toString('latin1'))
  },
}

/** Known, and of no consequence here: policies, distribution points, use of the private key, the issuer's other name. */
const harmless = new Set(['2.5.29.16', '2.5.29.18', '2.5.29.31', '2.5.29.32'])

/**
 * Reads the `extensions` of a certificate.
 * @param element the SEQUENCE OF Extension; undefined where the certificate has none
 * @throws NotDer
 */
export function readExtensions(element: Element | undefined): Extensions {
  const extensions: Extensions = {
    subjectKeyId: null,
    authorityKeyId: null,
    isAuthority: null,
    keyUsage: null,
    extendedKeyUsage: null,
    documentTypes: null,
    state: null,
    unknownCritical: false,
  }
  const seen = new Set<string>()
  for (const extension of element ? childrenOf(element) : []) {
    const [identifier, second, third] = childrenOf(extension)
    const oid = oidOf(identifier)
    if (seen.has(oid)) throw new NotDer(`extension ${oid} twice`)
    seen.add(oid)
    const critical = booleanOf(second) ?? false
    const reader = Object.hasOwn(readers, oid) ? readers[oid] : undefined
    if (reader) reader(onlyElement(contentOf(third ?? second, tags.octetString)), extensions)
    else if (critical && !harmless.has(oid)) extensions.unknownCritical = true
  }
  return extensions
}
