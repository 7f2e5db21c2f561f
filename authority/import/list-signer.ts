/**
 * Who signed a list. Lists carry or stand beside their signer's certificate, which proves nothing: whom to believe is
 * for the person who imports to say, by a key or certificate got in another way, or by its fingerprint.
 */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { certifiedKey, demandBelievable, readCertificates, type Certified } from '../../main/trust/index.ts'
import { Failure } from '../../main/terminal/index.ts'

/** The certificate or key that must have signed. */
export type Pin = { key: KeyObject } | { fingerprint: string }

/** The key of the first certificate. */
function keyOfCertificate(content: Buffer): KeyObject {
  const [reading] = readCertificates(content)
  if (!reading?.ok) throw new Error(reading?.why)
  return certifiedKey(reading.certificate)
}

/** Reads a public key (PEM) or a certificate (PEM or DER). A key that is too weak to be believed signs no list. */
export function readSigner(content: Buffer, file: string): KeyObject {
  try {
    return content.includes('PUBLIC KEY') ? demandBelievable(createPublicKey(content)) : keyOfCertificate(content)
  } catch (error) {
    throw new Failure(
      'signer-unreadable',
      {
        vi: '{file} không phải khóa công khai (PEM) hay chứng thư (PEM, DER) dùng được ({why}). Chọn tệp của cơ quan ký danh sách.',
        en: '{file} is no public key (PEM) or certificate (PEM, DER) that can be used ({why}). Give the file of who signs the list.',
      },
      { file, why: error instanceof Error ? error.message : String(error) },
      { cause: error },
    )
  }
}

/** Reads a SHA-256 fingerprint as tools print it, with or without colons; null where it is none. */
export function readFingerprint(text: string): string | null {
  const digits = text.replaceAll(':', '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null
}

/** Is this certificate the pinned one? A pinned key answers for every certificate of that key. */
export function isPinned({ certificate, key }: Certified, pin: Pin): boolean {
  if ('key' in pin) return key.equals(pin.key)
  return createHash('sha256').update(certificate.der).digest('hex') === pin.fingerprint
}

/** How a list's signature is made. */
export interface SignatureForm {
  hash: 'sha256' | 'sha384' | 'sha512'
  /** Of ECDSA: r‖s, or the DER sequence of both. */
  encoding: 'ieee-p1363' | 'der'
}

/** @throws Failure where the signature is not by this key over these bytes */
export function demandSignature(
  bytes: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
  { hash, encoding }: SignatureForm,
): void {
  if (!verify(hash, bytes, { key, dsaEncoding: encoding }, signature)) throw signatureFailure()
}

/** The list was altered, or somebody else signed it. */
export function signatureFailure(): Failure {
  return new Failure('list-signature', {
    vi: 'Chữ ký của danh sách không đúng: danh sách đã bị sửa, tải chưa hết, hoặc do bên khác ký. Không khóa nào được nhập. Tải lại và kiểm tra tệp khóa.',
    en: 'The signature of the list does not hold: it was altered, not loaded whole, or signed by somebody else. No key was taken. Load it again and check the signer’s file.',
  })
}

/** The list is not of the form its kind has, although its signature holds. */
export function listFailure(why: string, cause?: unknown): Failure {
  return new Failure(
    'list-form',
    {
      vi: 'Tệp không có dạng của loại danh sách này ({why}). Kiểm tra loại danh sách đã chọn.',
      en: 'The file does not have the form of this kind of list ({why}). Check which kind it is.',
    },
    { why },
    { cause },
  )
}

/** The list states a period that does not hold now. @throws Failure */
export function demandCurrent(notBefore: number | null, expiresAt: number | null, at: number): void {
  if ((notBefore === null || notBefore <= at) && (expiresAt === null || at <= expiresAt)) return
  throw new Failure(
    'list-out-of-date',
    {
      vi: 'Danh sách ghi là có hiệu lực từ {from} đến {until}, nay không còn. Tải bản mới; nếu biết chắc vẫn dùng được, ghi --at với một thời điểm trong khoảng đó.',
      en: 'The list says that it holds from {from} to {until}, which is not now. Load a new one; if you know that it still counts, give --at with a time in between.',
    },
    {
      from: notBefore === null ? '…' : new Date(notBefore).toISOString(),
      until: expiresAt === null ? '…' : new Date(expiresAt).toISOString(),
    },
  )
}
