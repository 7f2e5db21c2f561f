/** `chot-hub evidence`: what proves that a checkpoint's journal has two ends, as a file; and such a file checked. */
import { say } from '../../shared/language/say.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { readNamedFile, writeRegularFile } from '../../main/files/index.ts'
import { defineCommand, Failure, required, status, type Options, type Terminal } from '../../main/terminal/index.ts'
import { fingerprintInGroups } from '../../main/trust/index.ts'
import { checkEvidence, type Checked } from '../evidence/check-evidence.ts'
import { mostEvidence } from '../evidence/evidence-file.ts'
import { writeEvidence } from '../evidence/write-evidence.ts'
import { findOne } from './find-one.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    written: 'Bằng chứng nhật ký của {name} có hai nhánh: {file}. Tệp có dữ liệu cá nhân, giữ như hồ sơ.',
    none: 'Không có nhánh nào của {name} được giữ riêng.',
    checked:
      'Chốt {name}, máy chủ {hub}, lập lúc {madeAt}.\nMã khóa của máy chủ, để so với tỉnh công bố: {fingerprint}',
    fork: 'Bản ghi {at}: khóa của chốt đã ký {theirs}, máy chủ đã nhận {ours}. Nhận nhánh kia lúc {receivedAt}.',
    fault:
      'Bản ghi {at}: KHÔNG chứng minh được: {fault, select, not-signed {không phải khóa của chốt ký} ours-broken {nhánh của máy chủ đứt} theirs-broken {nhánh của chốt đứt} other {hai nhánh như nhau}}.',
  },
  en: {
    written:
      'What proves that the journal of {name} has two ends: {file}. It holds personal data; keep it like a file of the case.',
    none: 'No other end of the journal of {name} was kept.',
    checked:
      'Checkpoint {name}, hub {hub}, made at {madeAt}.\nThe hub’s key, to compare with what the province says: {fingerprint}',
    fork: 'Entry {at}: the checkpoint’s key signed {theirs}, and the hub had been sent {ours}. The other end came at {receivedAt}.',
    fault:
      'Entry {at}: proves NOTHING: {fault, select, not-signed {it is not signed by a key of the checkpoint} ours-broken {the hub’s end is broken} theirs-broken {the checkpoint’s end is broken} other {both ends are the same}}.',
  },
} as const

const options = {
  ...dataOption,
  kiosk: {
    type: 'string',
    value: 'NAME',
    says: { vi: 'chốt nào (tên hoặc mã nối)', en: 'which checkpoint (its name or enrolment)' },
  },
  check: {
    type: 'boolean',
    says: { vi: 'kiểm tra một tệp đã có, không cần máy chủ', en: 'checks a file that is there, without any hub' },
  },
  ...jsonOption,
} as const satisfies Options

function linesOf({ evidence, fingerprint, forks }: Checked, locale: Locale): string {
  const word = words[locale]
  const { name, hub, at: madeAt } = evidence
  const first = say(locale, word.checked, { name, hub, madeAt, fingerprint: fingerprintInGroups(fingerprint) })
  const rest = forks.map(({ at, ours, theirs, receivedAt, fault }) =>
    fault === null
      ? say(locale, word.fork, { at, ours: ours ?? '', theirs: theirs ?? '', receivedAt })
      : say(locale, word.fault, { at, fault }),
  )
  return `${[first, ...rest].join('\n')}\n`
}

function check(file: string, json: boolean, { locale, print }: Terminal): 0 | 1 {
  const checked = checkEvidence(readNamedFile(file, mostEvidence).toString('utf8'))
  if (!checked)
    throw new Failure('no-evidence', {
      vi: 'tệp không phải bằng chứng, hoặc đã bị sửa sau khi máy chủ ký. Xin lại tệp từ máy chủ',
      en: 'this is no such evidence, or it was changed after the hub signed it. Ask for the hub’s file again',
    })
  print(json ? `${JSON.stringify(checked)}\n` : linesOf(checked, locale))
  return checked.forks.length > 0 && checked.forks.every(({ fault }) => fault === null) ? 0 : 1
}

export const evidenceCommand = defineCommand({
  summary: { vi: 'bằng chứng nhật ký có hai nhánh', en: 'what proves that a journal has two ends' },
  about: {
    vi: 'Ghi vào tệp: mỗi lô nhánh kia như chốt đã ký, và các bản ghi máy chủ đã nhận với cùng số, có chữ ký của máy chủ. Với --check: kiểm tra một tệp như vậy.',
    en: 'Writes to a file: each batch of the other end as the checkpoint signed it, and the entries of the same numbers that the hub had been sent, signed by the hub. With --check: checks such a file.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã ghi; với --check: mọi nhánh được chứng minh', en: 'written; with --check: it proves every fork' },
    1: { vi: 'không có nhánh nào, hoặc không chứng minh được', en: 'there is none, or it does not prove it' },
  },
  async run([file = ''], values, terminal) {
    if (values.check === true) return check(file, values.json === true, terminal)
    const name = required(values.kiosk, '--kiosk NAME')
    return withHub(values, terminal, async (ground) => {
      const { locale, print } = terminal
      const kiosk = await findOne(ground, name)
      const text = await writeEvidence(ground, kiosk)
      if (text === null) {
        print(
          values.json === true
            ? `${JSON.stringify({ file: null })}\n`
            : `${say(locale, words[locale].none, { name })}\n`,
        )
        return 1
      }
      try {
        writeRegularFile(file, text, 0o600)
      } catch (error) {
        const sentences = { vi: 'không ghi được {file}: {why}', en: '{file} cannot be written: {why}' }
        throw new Failure('unwritable', sentences, { file }, { status: status.output, cause: error })
      }
      print(
        values.json === true
          ? `${JSON.stringify({ file })}\n`
          : `${say(locale, words[locale].written, { name, file })}\n`,
      )
      return 0
    })
  },
})
