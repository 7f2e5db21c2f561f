/** `chot-authority import`: takes over keys from lists that others publish, if their signatures hold. */
import type { KeyObject } from 'node:crypto'
import { readNamedFile } from '../../main/files/index.ts'
import { readClock } from '../../shared/certificate/moment.ts'
import { defineCommand, required, UsageError, type Command, type Options } from '../../main/terminal/index.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { readAustrianList } from '../import/austrian-list.ts'
import { readCertificateFiles } from '../import/certificate-files.ts'
import { readGermanList } from '../import/german-list.ts'
import { readFingerprint, readSigner, type Pin } from '../import/list-signer.ts'
import { readSwedishList } from '../import/swedish-list.ts'
import { readVciSnapshot } from '../import/vci-snapshot.ts'
import { takeList, takeOptions, type ReadList } from './take-list.ts'

const signerOption = {
  signer: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'khóa hoặc chứng thư của nơi ký danh sách, lấy bằng đường khác với danh sách',
      en: 'the key or certificate of who signs the list, got in another way than the list itself',
    },
  },
} as const satisfies Options

const signatureOption = {
  signature: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'chữ ký để riêng bên cạnh danh sách', en: 'the signature, where it lies beside the list' },
  },
} as const satisfies Options

function signerOf({ signer }: { signer?: string }): KeyObject {
  const file = required(signer, '--signer FILE')
  return readSigner(readNamedFile(file), file)
}

function pinOf(values: { signer?: string; fingerprint?: string }): Pin {
  if (values.fingerprint === undefined) return { key: signerOf(values) }
  const fingerprint = readFingerprint(values.fingerprint)
  if (fingerprint !== null) return { fingerprint }
  throw new UsageError({
    vi: '--fingerprint nhận 64 chữ số thập lục phân của SHA-256',
    en: '--fingerprint takes the 64 hexadecimal digits of a SHA-256',
  })
}

function timeOf(at: string | undefined, now: number): number {
  const time = at === undefined ? now : readClock(at)
  if (time !== null) return time
  throw new UsageError(
    { vi: '--at không phải thời điểm ISO 8601: {at}', en: '--at is not an ISO 8601 time: {at}' },
    { at: at ?? '' },
  )
}

const statuses = {
  0: { vi: 'đã nhập', en: 'taken over' },
  1: { vi: 'không nhập khóa nào: có lý do kèm theo', en: 'no key was taken; it says why' },
} as const

const file: Sentences = { vi: 'TỆP', en: 'FILE' }

export const importDscList: Command = defineCommand({
  summary: { vi: 'nhập danh sách khóa của Đức', en: 'the keys of the German list' },
  about: {
    vi: 'Nhập các khóa trong danh sách chứng thư ký của Đức, nếu chữ ký của danh sách đúng.',
    en: 'Takes over the keys of the German list of signer certificates, if its signature holds.',
  },
  words: { says: file, least: 1, most: 1 },
  options: { ...takeOptions, ...signerOption },
  statuses,
  async run([path = ''], values, terminal) {
    const list = readGermanList(readNamedFile(path), signerOf(values))
    return takeList({ list, source: 'dsc-list' }, true, values, terminal)
  },
})

export const importTrustList: Command = defineCommand({
  summary: { vi: 'nhập danh sách tin cậy của Thụy Điển hoặc Áo', en: 'the keys of the Swedish or Austrian list' },
  about: {
    vi: 'Nhập các khóa trong danh sách tin cậy của Thụy Điển (JWS), hoặc của Áo (CBOR, có chữ ký để riêng: --signature), nếu chữ ký đúng.',
    en: 'Takes over the keys of the Swedish trust list (JWS), or of the Austrian one (CBOR, its signature beside it: --signature), if the signature holds.',
  },
  words: { says: file, least: 1, most: 1 },
  options: {
    ...takeOptions,
    ...signerOption,
    fingerprint: {
      type: 'string',
      value: 'SHA256',
      says: {
        vi: 'vân tay chứng thư của nơi ký, thay cho --signer',
        en: 'the fingerprint of the signer’s certificate, instead of --signer',
      },
    },
    ...signatureOption,
    at: {
      type: 'string',
      value: 'ISO-TIME',
      says: { vi: 'xét danh sách như tại thời điểm này', en: 'judges the list as of this time' },
    },
  } as const,
  statuses,
  async run([path = ''], values, terminal) {
    const at = timeOf(values.at, terminal.now())
    const read: ReadList =
      values.signature === undefined
        ? { list: readSwedishList(readNamedFile(path), pinOf(values), at), source: 'trust-list' }
        : {
            list: readAustrianList(readNamedFile(path), readNamedFile(values.signature), signerOf(values), at),
            source: 'trust-list-cbor',
          }
    return takeList(read, true, values, terminal)
  },
})

export const importVci: Command = defineCommand({
  summary: { vi: 'nhập danh mục nơi cấp SMART Health Cards (VCI)', en: 'the keys of a VCI snapshot' },
  about: {
    vi: 'Nhập các khóa trong bản chụp danh mục VCI, nếu chữ ký để riêng của nó đúng.',
    en: 'Takes over the keys of a snapshot of the VCI directory, if the signature beside it holds.',
  },
  words: { says: file, least: 1, most: 1 },
  options: { ...takeOptions, ...signatureOption, ...signerOption },
  statuses,
  async run([path = ''], values, terminal) {
    const signature = readNamedFile(required(values.signature, '--signature FILE'))
    const list = readVciSnapshot(readNamedFile(path), signature, signerOf(values))
    return takeList({ list, source: 'vci' }, true, values, terminal)
  },
})

export const importPem: Command = defineCommand({
  summary: { vi: 'nhập những chứng thư mà chính mình bảo đảm', en: 'certificates that you vouch for' },
  about: {
    vi: 'Nhập các chứng thư (PEM hoặc DER) trong một tệp hoặc thư mục. Không có chữ ký nào bảo đảm cho chúng ngoài chính bạn.',
    en: 'Takes over the certificates (PEM or DER) of a file or folder. No signature vouches for them but you yourself.',
  },
  words: { says: { vi: 'TỆP|THƯ-MỤC', en: 'FILE|FOLDER' }, least: 1, most: 1 },
  options: takeOptions,
  statuses,
  async run([path = ''], values, terminal) {
    return takeList({ list: readCertificateFiles(path), source: 'pem' }, false, values, terminal)
  },
})
