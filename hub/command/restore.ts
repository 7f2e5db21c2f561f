/** `chot-hub restore`: a copy becomes a hub again, and is compared; also makes the key that copies are sealed to. */
import { decodeBase64url, encodeBase64url } from '../../shared/certificate/base64url.ts'
import { say } from '../../shared/language/say.ts'
import type { Sentences } from '../../shared/language/locale.ts'
import { newBoxPair } from '../../shared/sync/seal.ts'
import { readNamedFile, writeNewFile } from '../../main/files/index.ts'
import { nodeMeans } from '../../main/sync/index.ts'
import { defineCommand, Failure, required, status, UsageError, type Options } from '../../main/terminal/index.ts'
import { restoreCopy, type RestoreFault } from '../backup/restore-copy.ts'
import { renewSealingKey } from '../hub-keys.ts'
import { dataOption, jsonOption, withDatabase } from './with-hub.ts'

const words = {
  vi: {
    restored:
      'Đã khôi phục máy chủ {hub} như lúc {madeAt}: {rows} dòng, đã đọc lại và so, giống hệt.\nTừ để báo cho máy chủ: {word}\n(chot-hub backup --confirm {word})\nCHỈ MỘT trong hai được mở cho các chốt: nếu máy chủ cũ còn chạy, giữ bản này làm bản sao.',
    key: 'Khóa bí mật ở {file}: giữ ngoại tuyến. Phần công khai: {key}\n(chot-hub backup --to {key}, hoặc chot-hub serve --recovery {key})',
  },
  en: {
    restored:
      'The hub {hub} was restored as of {madeAt}: {rows} rows, read back and compared, all alike.\nThe word for the hub: {word}\n(chot-hub backup --confirm {word})\nONLY ONE of the two may be open to checkpoints: while the old hub runs, keep this one as the copy.',
    key: 'The secret key is in {file}: keep it offline. Its public half: {key}\n(chot-hub backup --to {key}, or chot-hub serve --recovery {key})',
  },
} as const

const faults: Record<RestoreFault, Sentences> = {
  'no-copy': {
    vi: '{file} không phải bản sao của máy chủ. Chọn tệp mà chot-hub backup đã ghi',
    en: '{file} is no copy of a hub. Take the file that chot-hub backup has written',
  },
  'another-key': {
    vi: 'khóa này không mở được {file}. Dùng khóa khôi phục của tỉnh, hoặc khóa đã nêu bằng --to',
    en: 'this key does not open {file}. Use the province’s recovery key, or the one that --to named',
  },
  broken: {
    vi: '{file} bị hỏng hoặc bị cắt; không khôi phục gì. Chép lại tệp, hoặc dùng bản sao khác',
    en: '{file} is damaged or cut off; nothing was restored. Copy the file again, or take another copy',
  },
  'another-version': {
    vi: 'phiên bản khác đã ghi {file}. Khôi phục bằng đúng phiên bản đó, rồi nâng cấp',
    en: 'another version wrote {file}. Restore it with that version, then upgrade',
  },
  'not-empty': {
    vi: 'ở đây đã có một máy chủ; không đụng đến. Nêu --data một thư mục mới, hoặc một cơ sở dữ liệu trống',
    en: 'there is a hub here already, and it was left alone. Name a new folder by --data, or an empty database',
  },
  'not-alike': {
    vi: 'những gì đọc lại không giống bản sao: đừng dùng. Kiểm tra đĩa của máy này',
    en: 'what was read back is not what the copy holds: do not use it. Check the disk of this machine',
  },
}

const options = {
  ...dataOption,
  key: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp có khóa bí mật mở bản sao', en: 'the file with the secret key that opens the copy' },
  },
  'new-key': {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'tạo một khóa bí mật vào tệp này, in phần công khai',
      en: 'makes a secret key in this file, prints its public half',
    },
  },
  ...jsonOption,
} as const satisfies Options

/** @throws the system's error, Failure */
function readKey(file: string): Uint8Array {
  const key = decodeBase64url(readNamedFile(file, 1024).toString('latin1').trim())
  if (key?.length === 32) return key
  const sentences = { vi: '{file} không có khóa nào', en: 'there is no key in {file}' }
  throw new Failure('no-key', sentences, { file }, { status: status.input })
}

/** @throws Failure */
function makeKey(file: string): string {
  const pair = newBoxPair(nodeMeans)
  try {
    writeNewFile(file, `${encodeBase64url(pair.secret)}\n`)
  } catch (error) {
    const sentences = { vi: 'không ghi được {file}: {why}', en: '{file} cannot be written: {why}' }
    throw new Failure('unwritable', sentences, { file }, { status: status.output, cause: error })
  }
  return encodeBase64url(pair.public)
}

export const restoreCommand = defineCommand({
  summary: { vi: 'khôi phục một bản sao, và so', en: 'restores a copy, and compares it' },
  about: {
    vi: 'Khôi phục một bản sao vào thư mục dữ liệu mới (hoặc cơ sở dữ liệu trống), đọc lại và so từng dòng, rồi in từ để báo cho máy chủ. Máy chủ được khôi phục để dùng thật sẽ được các chốt gửi lại những gì nó thiếu.',
    en: 'Restores a copy into a new data folder (or an empty database), reads it back and compares every row, then prints the word for the hub. A hub that is restored to be used is sent again what it lacks by its checkpoints.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 0, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã khôi phục, giống hệt', en: 'restored, and all alike' },
    1: { vi: 'không khôi phục; có lý do', en: 'not restored; it says why' },
  },
  async run([file], values, terminal) {
    const { locale, print, now } = terminal
    const newKey = values['new-key']
    if (newKey !== undefined) {
      if (file !== undefined) throw new UsageError({ vi: '--new-key đứng một mình', en: '--new-key stands alone' })
      const key = makeKey(newKey)
      print(
        values.json === true
          ? `${JSON.stringify({ key })}\n`
          : `${say(locale, words[locale].key, { file: newKey, key })}\n`,
      )
      return 0
    }
    const copy = required(file, 'FILE')
    const secret = readKey(required(values.key, '--key FILE'))
    return withDatabase(values, terminal, async ({ pool }) => {
      const restored = await restoreCopy(pool, copy, secret)
      if (typeof restored === 'string') throw new Failure(restored, faults[restored], { file: copy })
      // Keys that it had after the copy was made are gone: whoever seals to this one is understood.
      await renewSealingKey(pool, now())
      const { hub, at, rows, word } = restored
      print(
        values.json === true
          ? `${JSON.stringify(restored)}\n`
          : `${say(locale, words[locale].restored, { hub, madeAt: at, rows, word })}\n`,
      )
      return 0 as const
    })
  },
})
