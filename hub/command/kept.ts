/** `chot-hub kept`: what of a checkpoint is kept apart, batch by batch, and why: nothing that it signed is thrown away unseen. */
import { inBoth } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { defineCommand } from '../../main/terminal/index.ts'
import { readKept, type KeptBatch } from '../ingest/kept-batches.ts'
import { findOne } from './find-one.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    batch:
      '{number}. {why, select, fork {rẽ nhánh} quarantined {sai chuỗi} other {chờ duyệt}}{reason, select, none {} other { ({reason})}}: {empty, select, yes {không có bản ghi nào, chỉ tình trạng của chốt} other {bản ghi {from} đến {through}, từ bản ghi {at}}}; nhận {receivedAt}, {bytes, number} byte',
    fork: 'Rẽ nhánh: chot-hub evidence --kiosk {name} TỆP làm bằng chứng.',
    revoked: 'Chờ duyệt: chot-hub kiosk release {name} nhận vào.',
    quarantined: 'Sai chuỗi: ở chốt chạy "npx chot journal verify", rồi báo cho người giữ máy chủ.',
    none: '{name}: không có lô nào giữ riêng.',
  },
  en: {
    batch:
      '{number}. {why, select, fork {fork} quarantined {chain does not hold} other {held}}{reason, select, none {} other { ({reason})}}: {empty, select, yes {no entries, only how the checkpoint is} other {entries {from} to {through}, as of entry {at}}}; came {receivedAt}, {bytes, number} bytes',
    fork: 'A fork: chot-hub evidence --kiosk {name} FILE proves it.',
    revoked: 'Held: chot-hub kiosk release {name} lets it in.',
    quarantined:
      'A chain that does not hold: run "npx chot journal verify" at the checkpoint, and tell whoever keeps the hub.',
    none: '{name}: no batch is kept apart.',
  },
} as const

function said(name: string, kept: readonly KeptBatch[]) {
  return inBoth((locale) => {
    const word = words[locale]
    if (kept.length === 0) return say(locale, word.none, { name })
    const batches = kept.map((batch) =>
      say(locale, word.batch, {
        ...batch,
        reason: batch.reason ?? 'none',
        empty: batch.through < batch.from ? 'yes' : 'no',
      }),
    )
    const toDo = [...new Set(kept.map(({ why }) => why))].map((why) => say(locale, word[why], { name }))
    return [...batches, ...toDo].join('\n')
  })
}

export const keptCommand = defineCommand({
  summary: { vi: 'những lô của một chốt được giữ riêng', en: 'which batches of a checkpoint are kept apart' },
  about: {
    vi: 'In từng lô không vào nhật ký ở đây: vì sao, gồm bản ghi nào, sai từ bản ghi nào, nhận khi nào, và làm gì với nó. Nội dung vẫn niêm phong như lúc nhận.',
    en: 'Prints each batch that did not become entries here: why, which entries it has, as of which one something is wrong, when it came, and what to do about it. They stay sealed as they came.',
  },
  words: { says: { vi: 'TÊN', en: 'NAME' }, least: 1, most: 1 },
  options: { ...dataOption, ...jsonOption },
  statuses: {
    0: { vi: 'không có lô nào', en: 'there is none' },
    1: { vi: 'có, đã in', en: 'there are some, and they are printed' },
  },
  run: ([name = ''], values, terminal) =>
    withHub(values, terminal, async (ground) => {
      const kiosk = await findOne(ground, name)
      const kept = await readKept(ground.pool, kiosk.enrolment)
      const { locale, print } = terminal
      if (values.json === true) print(`${JSON.stringify({ name: kiosk.name, enrolment: kiosk.enrolment, kept })}\n`)
      else print(`${said(kiosk.name, kept)[locale]}\n`)
      return kept.length === 0 ? 0 : 1
    }),
})
