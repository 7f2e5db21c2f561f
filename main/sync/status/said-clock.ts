/**
 * This computer's clock beside the hub's, in a sentence: a clock that is wrong keeps nothing from being taken, so nobody would
 * hear of it otherwise.
 */
import type { SyncState } from '../../../shared/contract/sync.ts'
import { inBoth } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { mostOffset, offsetOf } from '../../../shared/sync/clock-offset.ts'

const words = {
  vi: {
    right: 'khớp với giờ máy chủ, lúc máy chủ trả lời lần cuối qua mạng',
    off: '{way, select, ahead {nhanh} other {chậm}} hơn máy chủ {n, number} {unit, select, seconds {giây} minutes {phút} hours {giờ} other {ngày}}, lúc máy chủ trả lời lần cuối qua mạng',
    fix: '{off}. Xem đồng hồ của mình: giờ máy sai thì chỉnh giờ máy; giờ máy đúng thì báo tỉnh, giờ máy chủ sai. Nhật ký vẫn được nhận.',
  },
  en: {
    right: 'as the hub’s, when it last answered by wire',
    off: '{n, number} {unit, select, seconds {s} minutes {min} hours {h} other {days}} {way, select, ahead {ahead of} other {behind}} the hub’s, when it last answered by wire',
    fix: '{off}. Look at your own watch: where this computer is wrong, set its clock; where it is right, tell the province that the hub’s is wrong. The journal is taken all the same.',
  },
} as const

/** Says it. @param offset by how many milliseconds this clock was ahead; null: the hub never answered by wire */
export function sayClock(offset: number | null): SyncState['clock'] {
  if (offset === null) return null
  const [off, wrong] = [offsetOf(offset), Math.abs(offset) >= mostOffset]
  const said = inBoth((locale) => {
    const word = words[locale]
    if (off.way === 'right') return word.right
    const far = say(locale, word.off, off)
    return wrong ? say(locale, word.fix, { off: far }) : far
  })
  return { offset, wrong, said }
}
