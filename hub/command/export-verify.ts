/** `chot-hub export verify FILE`: whether a file that a checkpoint gave out is what the hub's entries say it was. */
import { resolve } from 'node:path'
import { say } from '../../shared/language/say.ts'
import { sayVerified, verifiedStatus, verifyExport } from '../../main/reporting/index.ts'
import { defineCommand } from '../../main/terminal/index.ts'
import { sinceAtHub } from '../evidence/since-report.ts'
import { dataOption, withHub } from './with-hub.ts'

const sentBy = {
  vi: 'Bản ghi đó do chốt mà máy chủ gọi là {kiosk} gửi đến.',
  en: 'That entry was sent by the checkpoint that the hub calls {kiosk}.',
} as const

export const exportVerifyCommand = defineCommand({
  summary: { vi: 'tệp mà một chốt đã xuất có bị sửa không', en: 'was a file that a checkpoint gave out changed' },
  about: {
    vi: 'Đọc tệp .chot.json bên cạnh một tệp đã xuất, so với bản ghi mà máy chủ đã nhận từ chốt đó: tệp của ai, xuất lúc nào, có byte nào bị thay đổi không, và từ đó đến nay có gì thêm, sửa hoặc hủy. Khi chưa nhận đến bản ghi ấy thì chưa kết luận được.',
    en: 'Reads the .chot.json beside an exported file and compares it with the entries that the hub was sent by that checkpoint: whose it is, when it was given out, whether a byte of it was changed, and what was added, corrected or voided since. Nothing can be concluded before that entry has come.',
  },
  words: { says: { vi: 'TỆP', en: 'FILE' }, least: 1, most: 1 },
  options: dataOption,
  statuses: {
    0: { vi: 'nguyên vẹn: máy chủ có bản ghi đó', en: 'unchanged: the hub has its entry' },
    1: { vi: 'đã bị sửa, hoặc bằng chứng không tin được', en: 'changed, or its proof is not to be believed' },
    2: {
      vi: 'khớp với bằng chứng của nó, mà máy chủ chưa có bản ghi đó',
      en: 'fits its proof, whose entry has not come yet',
    },
  },
  run: ([name = ''], values, terminal) =>
    withHub(values, terminal, async ({ pool }) => {
      const { locale, print } = terminal
      const file = resolve(name)
      const verified = await verifyExport(file, (proof, report) => sinceAtHub(pool, proof, report))
      print(sayVerified(locale, file, verified, 'hub'))
      const kiosk = verified.conclusion === 'forged' ? null : (verified.since?.name ?? null)
      if (kiosk !== null) print(`${say(locale, sentBy[locale], { kiosk })}\n`)
      return verifiedStatus[verified.conclusion]
    }),
})
