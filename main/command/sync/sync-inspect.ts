/** `chot sync inspect`: what a file of sync is, as far as anybody can see. */
import { basename } from 'node:path'
import { say } from '../../../shared/language/say.ts'
import { mostTaken } from '../../../shared/sync/limits.ts'
import { readNamedFile } from '../../files/index.ts'
import { inspect, readBatchName, type Inspected } from '../../sync/index.ts'
import { defineCommand, type Terminal } from '../../terminal/index.ts'
import { jsonOption } from '../options.ts'

const words = {
  vi: {
    sealed:
      '{kind, select, batch {Lô bản ghi nhật ký} other {Lời xin nối}}{from, plural, =0 {} other { {from} đến {through} (theo tên tệp)}}, đã niêm phong, {bytes} byte\nMáy chủ: {hub}\nChốt: {enrolment}\nMở được bằng khóa: {keys}',
    answer: 'Trả lời của máy chủ, lúc {toldAt}',
    receipt: 'Biên nhận {level, select, integrated {đã lưu} other {đã sao lưu}}: đến bản ghi {through} của kỷ {epoch}',
    refused: 'Không nhận: {refused}',
    invitation:
      'Thư mời cho {name} ({mode, select, practice {tập huấn} other {chốt thật}}), đến {untilAt}\nMáy chủ: {hub} {address}',
    nothing: 'Không phải tệp nào của Chốt, hoặc đã hỏng.',
  },
  en: {
    sealed:
      '{kind, select, batch {A batch of entries} other {A wish to be enrolled}}{from, plural, =0 {} other { {from} to {through} (by its name)}}, sealed, {bytes} bytes\nHub: {hub}\nEnrolment: {enrolment}\nOpened by the keys: {keys}',
    answer: 'A hub’s answer, of {toldAt}',
    receipt:
      'Receipt, {level, select, integrated {integrated} other {backed up}}: up to entry {through} of epoch {epoch}',
    refused: 'Not taken: {refused}',
    invitation:
      'An invitation for {name} ({mode, select, practice {practice} other {real}}), until {untilAt}\nHub: {hub} {address}',
    nothing: 'Nothing of Chốt’s, or damaged.',
  },
} as const

function inWords(found: Inspected, file: string, { locale }: Terminal): string {
  const word = words[locale]
  switch (found.is) {
    case 'nothing':
      return word.nothing
    case 'invitation': {
      const { until, address, name, mode, hub } = found
      return say(locale, word.invitation, { name, mode, hub, untilAt: until, address: address ?? '' })
    }
    case 'answer': {
      const receipts = found.receipts.map((receipt) => say(locale, word.receipt, receipt))
      const refused = found.refused === null ? [] : [say(locale, word.refused, { refused: found.refused })]
      return [say(locale, word.answer, { toldAt: found.at }), ...receipts, ...refused].join('\n')
    }
    case 'sealed': {
      const { from, through } = readBatchName(basename(file)) ?? { from: 0, through: 0 }
      const { kind, bytes, hub, enrolment, keys } = found
      return say(locale, word.sealed, { kind, bytes, hub, enrolment, keys: keys.join(', '), from, through })
    }
  }
}

export const syncInspect = defineCommand({
  summary: { vi: 'xem một tệp của USB là gì', en: 'what a file on a stick is' },
  about: {
    vi: 'Nói một tệp của đồng bộ là gì mà không cần khóa nào: lô đã niêm phong, trả lời của máy chủ, thư mời. Nội dung đã niêm phong chỉ máy chủ và khóa khôi phục của tỉnh mở được.',
    en: 'Says what a file of sync is, without any key: a sealed batch, a hub’s answer, an invitation. What is sealed only the hub and the province’s recovery key can open.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: jsonOption,
  statuses: {
    0: { vi: 'là tệp của Chốt', en: 'it is of Chốt' },
    1: { vi: 'không phải', en: 'it is not' },
  },
  async run([file = ''], values, terminal) {
    const found = inspect(readNamedFile(file, mostTaken))
    terminal.print(values.json === true ? `${JSON.stringify(found)}\n` : `${inWords(found, file, terminal)}\n`)
    return found.is === 'nothing' ? 1 : 0
  },
})
