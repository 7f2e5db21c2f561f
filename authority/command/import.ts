/** `chot-authority import`: takes over keys from lists that others publish, if their signatures hold. */
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readClock } from '../../shared/certificate/moment.ts'
import {
  defineCommand,
  required,
  UsageError,
  type Command,
  type Options,
  type Terminal,
} from '../../main/terminal/index.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { readAustrianList } from '../import/austrian-list.ts'
import { readCertificateFiles } from '../import/certificate-files.ts'
import { readGermanList } from '../import/german-list.ts'
import type { ImportedList } from '../import/imported-list.ts'
import { readFingerprint, readSigner, type Pin } from '../import/list-signer.ts'
import { mergeKeys, workingKeysSchema } from '../import/merge-keys.ts'
import { readSwedishList } from '../import/swedish-list.ts'
import { readVciSnapshot } from '../import/vci-snapshot.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { openHome } from '../repository/home.ts'
import { Failure } from './failure.ts'
import { authorityOption } from './options.ts'

const sentences = {
  vi: {
    done: '{source}: {added} khóa thêm mới, {replaced} thay thế, {unchanged} như cũ, {withdrawn} rút khỏi danh sách, {refused} không dùng được. Nay có {total} khóa.',
    added: 'thêm',
    replaced: 'thay thế',
    withdrawn: 'rút',
    refused: 'không dùng được',
  },
  en: {
    done: '{source}: {added} keys added, {replaced} replaced, {unchanged} as they were, {withdrawn} withdrawn, {refused} refused. There are now {total} keys.',
    added: 'added',
    replaced: 'replaced',
    withdrawn: 'withdrawn',
    refused: 'refused',
  },
} as const

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
  return readSigner(readFileSync(file), file)
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

function readWorking(file: string): v.InferOutput<typeof workingKeysSchema> {
  if (!existsSync(file)) return { keys: [] }
  try {
    return v.parse(workingKeysSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Failure(
      'working-keys-damaged',
      {
        vi: 'Không đọc được {file} của cơ quan phát hành. Khôi phục từ bản sao lưu; chưa nhập khóa nào.',
        en: 'The authority’s own {file} cannot be read. Restore it from its backup; no key was taken.',
      },
      { file },
      { cause: error },
    )
  }
}

/** A list as it was read, and what it is called among an entry's sources. */
interface Read {
  list: ImportedList
  source: string
}

/** Takes the keys of a list over. What one vouches for file by file withdraws nothing that was there. */
function take({ list, source }: Read, whole: boolean, authority: string | undefined, terminal: Terminal): 0 {
  const home = openHome(authority, terminal.env)
  const file = join(home.working, 'keys.json')
  const working = readWorking(file)
  const merged = mergeKeys(working.keys, list.entries, source, whole)
  writeDurably(file, `${JSON.stringify({ ...working, keys: merged.keys }, null, 1)}\n`)
  const words = sentences[terminal.locale]
  for (const { name: refused, why } of list.refused)
    terminal.complain(`${words.refused}: ${shownText(refused)}: ${shownText(why)}\n`)
  for (const each of merged.withdrawn) terminal.complain(`${words.withdrawn}: ${shownText(each)}\n`)
  for (const each of merged.replaced) terminal.print(`${words.replaced}: ${shownText(each)}\n`)
  for (const each of merged.added) terminal.print(`${words.added}: ${shownText(each)}\n`)
  const counts = {
    source,
    added: merged.added.length,
    replaced: merged.replaced.length,
    unchanged: merged.unchanged,
    withdrawn: merged.withdrawn.length,
    refused: list.refused.length,
    total: merged.keys.length,
  }
  terminal.print(`${say(terminal.locale, words.done, counts)}\n`)
  return 0
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
  options: { ...authorityOption, ...signerOption },
  statuses,
  async run([path = ''], values, terminal) {
    const list = readGermanList(readFileSync(path), signerOf(values))
    return take({ list, source: 'dsc-list' }, true, values.authority, terminal)
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
    ...authorityOption,
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
    const read: Read =
      values.signature === undefined
        ? { list: readSwedishList(readFileSync(path), pinOf(values), at), source: 'trust-list' }
        : {
            list: readAustrianList(readFileSync(path), readFileSync(values.signature), signerOf(values), at),
            source: 'trust-list-cbor',
          }
    return take(read, true, values.authority, terminal)
  },
})

export const importVci: Command = defineCommand({
  summary: { vi: 'nhập danh mục nơi cấp SMART Health Cards (VCI)', en: 'the keys of a VCI snapshot' },
  about: {
    vi: 'Nhập các khóa trong bản chụp danh mục VCI, nếu chữ ký để riêng của nó đúng.',
    en: 'Takes over the keys of a snapshot of the VCI directory, if the signature beside it holds.',
  },
  words: { says: file, least: 1, most: 1 },
  options: { ...authorityOption, ...signatureOption, ...signerOption },
  statuses,
  async run([path = ''], values, terminal) {
    const signature = readFileSync(required(values.signature, '--signature FILE'))
    const list = readVciSnapshot(readFileSync(path), signature, signerOf(values))
    return take({ list, source: 'vci' }, true, values.authority, terminal)
  },
})

export const importPem: Command = defineCommand({
  summary: { vi: 'nhập những chứng thư mà chính mình bảo đảm', en: 'certificates that you vouch for' },
  about: {
    vi: 'Nhập các chứng thư (PEM hoặc DER) trong một tệp hoặc thư mục. Không có chữ ký nào bảo đảm cho chúng ngoài chính bạn.',
    en: 'Takes over the certificates (PEM or DER) of a file or folder. No signature vouches for them but you yourself.',
  },
  words: { says: { vi: 'TỆP|THƯ-MỤC', en: 'FILE|FOLDER' }, least: 1, most: 1 },
  options: authorityOption,
  statuses,
  async run([path = ''], values, terminal) {
    return take({ list: readCertificateFiles(path), source: 'pem' }, false, values.authority, terminal)
  },
})
