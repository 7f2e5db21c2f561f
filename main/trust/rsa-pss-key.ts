/**
 * RSA keys whose certificate names `id-RSASSA-PSS` as their algorithm (RFC 4055 §1.2). OpenSSL reads them, BoringSSL,
 * which Electron is built with, does not: the same numbers under `rsaEncryption` work in both.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'

/** AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 8017 §A.1), DER. */
const rsaEncryption = Buffer.from('300d06092a864886f70d0101010500', 'hex')

/** Content of a DER element that starts at `from`: where its content begins and ends. */
function element(der: Buffer, from: number): { begin: number; end: number } {
  const first = der.readUInt8(from + 1)
  const width = first < 0x80 ? 0 : first & 0x7f
  const length = width === 0 ? first : der.readUIntBE(from + 2, width)
  const begin = from + 2 + width
  return { begin, end: begin + length }
}

function sequence(content: Buffer): Buffer {
  const header = Buffer.from([0x30, 0x82, content.length >> 8, content.length & 0xff])
  return Buffer.concat([header, content])
}

/** The same key, under `rsaEncryption` where it was under `id-RSASSA-PSS`. Other keys are answered as they are. */
export function withPlainRsaAlgorithm(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa-pss') return key
  const spki = key.export({ format: 'der', type: 'spki' })
  const outer = element(spki, 0)
  const algorithm = element(spki, outer.begin)
  const subjectPublicKey = spki.subarray(algorithm.end, outer.end)
  const der = sequence(Buffer.concat([rsaEncryption, subjectPublicKey]))
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}
