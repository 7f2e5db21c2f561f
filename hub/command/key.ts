/** `chot-hub key renew`: another key to seal to, signed by the hub's own. */
import { say } from '../../shared/language/say.ts'
import { defineCommand, UsageError } from '../../main/terminal/index.ts'
import { renewSealingKey } from '../hub-keys.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: 'Khóa niêm phong mới: {key}. Các chốt biết khi liên lạc lần sau; lô niêm phong bằng khóa cũ, kể cả USB đang trên đường, vẫn mở được.\nLàm một bản sao mới (chot-hub backup): bản trước không có khóa này.',
  en: 'The new key to seal to: {key}. Checkpoints hear of it with their next contact; batches sealed to the ones before, those on sticks on their way too, still open.\nMake another copy (chot-hub backup): the one before has not got this key.',
} as const

export const keyCommand = defineCommand({
  summary: { vi: 'khóa mới để chốt niêm phong', en: 'another key for checkpoints to seal to' },
  about: {
    vi: 'renew: tạo một khóa niêm phong mới, ký bằng khóa của máy chủ. Khóa cũ được giữ để mở những gì đang trên đường. Khóa ký, và mã khóa mà các chốt so, không đổi.',
    en: 'renew: makes another key to seal to, signed by the hub’s own key. The ones before are kept, for what is on its way. The key that signs, and the fingerprint that checkpoints compare, stay.',
  },
  words: { says: { vi: 'renew', en: 'renew' }, least: 1, most: 1 },
  options: { ...dataOption, ...jsonOption },
  statuses: { 0: { vi: 'đã tạo', en: 'made' } },
  run([deed = ''], values, terminal) {
    if (deed !== 'renew') throw new UsageError({ vi: 'chỉ có "renew"', en: 'there is "renew" alone' })
    return withHub(values, terminal, async ({ pool }) => {
      const { locale, print, now } = terminal
      const key = Buffer.from((await renewSealingKey(pool, now())).to[0] ?? []).toString('base64url')
      print(values.json === true ? `${JSON.stringify({ key })}\n` : `${say(locale, words[locale], { key })}\n`)
      return 0 as const
    })
  },
})
