/** `chot-hub stick`: takes in what kiosks have put on a stick, and puts their answers there. */
import { say } from '../../shared/language/say.ts'
import { mostNamesInFolder } from '../../shared/sync/limits.ts'
import { nodeDisk } from '../../main/sync/index.ts'
import { defineCommand, demandStick } from '../../main/terminal/index.ts'
import { takeStick } from '../stick.ts'
import { mirrorOnto, type Mirroring } from '../trust/mirror.ts'
import { refusalWords } from './refusal-words.ts'
import { trustOption } from './trust-option.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    done: '{taken} tệp đã nhận (hoặc đã có), {refused} không nhận; {answered} chốt có trả lời trên USB{published, plural, =0 {} other {; {published} tệp của bản phát hành}}. Rút được.',
    file: 'KHÔNG NHẬN {file} ({word}): {why}',
    strangers: 'Bỏ qua {count} tệp lạ: {names}',
    crowded:
      'CHƯA NHẬN HẾT: {folder} có hơn {most, number} tệp, chỉ {most, number} tệp đầu được xem. Dời tệp lạ sang chỗ khác, hoặc để chốt cắm lại USB (nó dọn những lô đã có biên nhận), rồi chạy lại.',
    'no-publication':
      'KHÔNG GHI BẢN PHÁT HÀNH lên USB: {trust} không có bản nào (metadata/timestamp.json). Kiểm tra thư mục nêu ở --trust rồi chạy lại.',
    'crowded-publication':
      'KHÔNG GHI BẢN PHÁT HÀNH lên USB: {trust} có thư mục hơn {most, number} tệp, và một bản thiếu tệp thì không chốt nào dùng được. Xin cơ quan phát hành một thư mục chỉ có bản phát hành, nêu nó ở --trust rồi chạy lại.',
  },
  en: {
    done: '{taken, plural, one {# file} other {# files}} taken (or here already), {refused} not; {answered, plural, one {# checkpoint finds} other {# checkpoints find}} an answer on it{published, plural, =0 {} other {; {published} files of the publication}}. It may be pulled.',
    file: 'NOT TAKEN {file} ({word}): {why}',
    strangers: 'Passed over {count} strange files: {names}',
    crowded:
      'NOT ALL WAS TAKEN: {folder} has more than {most, number} files, and only the first {most, number} were looked at. Move strange files elsewhere, or have the checkpoint make a trip with the stick (it clears away what has its receipt), and run this again.',
    'no-publication':
      'NO PUBLICATION WAS PUT on it: there is none in {trust} (metadata/timestamp.json). Check the folder given to --trust and run this again.',
    'crowded-publication':
      'NO PUBLICATION WAS PUT on it: a folder in {trust} has more than {most, number} files, and no checkpoint could use a part of one. Ask the authority for a folder with the publication alone, give that to --trust and run this again.',
  },
} as const

/** Names that are told. */
const mostTold = 8

export const stickCommand = defineCommand({
  summary: { vi: 'nhận một USB, ghi trả lời lên đó', en: 'takes a stick in, and puts the answers on it' },
  about: {
    vi: 'Nhận mọi lô của mọi chốt trên USB hoặc thư mục chung, từng tệp một; tệp hỏng không chặn tệp khác. Ghi biên nhận cho từng chốt lên USB để mang về; với --trust cả bản phát hành của cơ quan.',
    en: 'Takes in every batch of every checkpoint on a stick or in a shared folder, file by file; one that is broken stops no other. Puts each checkpoint’s receipts on it, to be carried back; with --trust the authority’s publication too.',
  },
  words: { says: { vi: 'THƯ MỤC', en: 'FOLDER' }, least: 1, most: 1 },
  options: { ...dataOption, ...trustOption, ...jsonOption },
  statuses: {
    0: { vi: 'nhận hết', en: 'everything was taken' },
    1: {
      vi: 'có tệp không nhận, hoặc không ghi được bản phát hành; có lý do',
      en: 'something was not, or no publication was put on it; it says why',
    },
  },
  async run([folder = ''], values, terminal) {
    demandStick(folder)
    return withHub(values, terminal, async (ground) => {
      const { locale, print, complain } = terminal
      const word = words[locale]
      const stick = await takeStick(ground, nodeDisk, folder)
      const { trust } = values
      const mirroring: Mirroring =
        trust === undefined
          ? { put: true, written: 0 }
          : await mirrorOnto(nodeDisk, folder, { disk: nodeDisk, folder: trust })
      const published = mirroring.put ? mirroring.written : 0
      const unpublished = mirroring.put ? null : mirroring.why
      const refused = stick.files.flatMap(({ why, ...file }) => (why === null ? [] : [{ ...file, why }]))
      if (values.json === true) print(`${JSON.stringify({ ...stick, published, unpublished })}\n`)
      else {
        for (const { enrolment, file, why } of refused)
          complain(
            `${say(locale, word.file, { file: `${enrolment}/${file}`, why: refusalWords[why][locale], word: why })}\n`,
          )
        const names = stick.strangers.slice(0, mostTold).join(', ')
        if (names !== '') complain(`${say(locale, word.strangers, { count: stick.strangers.length, names })}\n`)
        for (const crowded of stick.crowded)
          complain(`${say(locale, word.crowded, { folder: crowded, most: mostNamesInFolder })}\n`)
        if (unpublished !== null) {
          const sentence = unpublished === 'crowded' ? 'crowded-publication' : unpublished
          complain(`${say(locale, word[sentence], { trust: trust ?? '', most: mostNamesInFolder })}\n`)
        }
        const taken = stick.files.length - refused.length
        print(`${say(locale, word.done, { taken, refused: refused.length, answered: stick.answered, published })}\n`)
      }
      return refused.length === 0 && stick.crowded.length === 0 && unpublished === null ? 0 : 1
    })
  },
})
