/** Certificates in files, as people hand them over: PEM (RFC 7468), one or many to a file, or DER. */
import { textOf } from '../../files/index.ts'
import { elementsOf, NotDer } from './der.ts'
import { readX509, type X509 } from './x509.ts'

/** A certificate of a file, taken apart; or why that part of the file is none. */
export type CertificateReading = { ok: true; certificate: X509 } | { ok: false; why: string }

interface Block {
  label: string
  /** Null: it has no end. */
  base64: string | null
}

/** `X509` and `X.509` are what older programs write (RFC 7468 §5.1). */
const labels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'X.509 CERTIFICATE'])
/** OpenSSL’s own: the certificate, and behind it what OpenSSL is to trust it for. Here the operator says that. */
const trustedLabel = 'TRUSTED CERTIFICATE'

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: { label: string; lines: string[] } | null = null
  for (const line of text.split(/\r\n?|\n/).map((each) => each.trim())) {
    const begin = /^-----BEGIN ([^-]+)-----$/.exec(line)?.[1]
    const end = /^-----END ([^-]+)-----$/.exec(line)?.[1]
    if (open && end === open.label) {
      blocks.push({ label: open.label, base64: open.lines.join('') })
      open = null
    } else if (begin !== undefined || end !== undefined) {
      if (open) blocks.push({ label: open.label, base64: null })
      open = begin === undefined ? null : { label: begin, lines: [] }
    } else open?.lines.push(line)
  }
  if (open) blocks.push({ label: open.label, base64: null })
  return blocks
}

function read(take: () => X509): CertificateReading {
  try {
    return { ok: true, certificate: take() }
  } catch (error) {
    if (error instanceof NotDer) return { ok: false, why: error.message }
    throw error
  }
}

function readBlock({ label, base64 }: Block): CertificateReading {
  if (label !== trustedLabel && !labels.has(label)) return { ok: false, why: `a block "${label}" is no certificate` }
  if (base64 === null) return { ok: false, why: 'cut short: the certificate has no end' }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { ok: false, why: 'not base64' }
  const der = Buffer.from(base64, 'base64')
  return read(() => readX509(label === trustedLabel ? (elementsOf(der)[0]?.whole ?? der) : der))
}

/** Words around a block may be in any code page; only a byte order mark, with which no DER begins, says which. */
function plainText(content: Buffer): string {
  const marked = content[0] !== undefined && content[0] >= 0xef
  try {
    return marked ? textOf(content) : content.toString('latin1')
  } catch {
    return content.toString('latin1')
  }
}

/** The certificates of a file, in order. What has no PEM in it is taken for DER. */
export function readCertificates(content: Buffer): CertificateReading[] {
  const blocks = blocksOf(plainText(content))
  return blocks.length > 0 ? blocks.map(readBlock) : [read(() => readX509(content))]
}
