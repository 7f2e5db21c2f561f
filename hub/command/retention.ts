/** `chot-hub retention`: drops the content of what is older than the policy lets a province keep. */
import { userInfo } from 'node:os'
import { say } from '../../shared/language/say.ts'
import { defineCommand, required, UsageError, type Options } from '../../main/terminal/index.ts'
import { dropDays } from '../retention/drop-days.ts'
import { dataOption, jsonOption, withHub } from './with-hub.ts'

const words = {
  vi: {
    dropped: '{day}: đã xóa nội dung của {payloads} bản ghi; đầu bản ghi còn nguyên.',
    waiting:
      '{day}: CHƯA xóa, còn bản ghi không có trong bản sao nào đã được thử khôi phục. Làm bản sao: chot-hub backup, rồi chạy lại.',
    none: 'Không có gì cũ hơn {days} ngày để xóa.',
  },
  en: {
    dropped: '{day}: the content of {payloads} entries was erased; their headers stay.',
    waiting:
      '{day}: NOT erased, for some of it lies in no copy that was restored elsewhere. Make one: chot-hub backup, then run this again.',
    none: 'Nothing is older than {days} days.',
  },
} as const

const options = {
  ...dataOption,
  days: {
    type: 'string',
    value: 'N',
    says: {
      vi: 'giữ nội dung về người bao nhiêu ngày (retentionDays của chính sách)',
      en: 'for how many days the content about people is kept (the policy’s retentionDays)',
    },
  },
  'access-days': {
    type: 'string',
    value: 'N',
    says: {
      vi: 'giữ việc ai đã xem ai bao nhiêu ngày (mặc định: 730)',
      en: 'for how many days it is kept who looked at whom (default: 730)',
    },
  },
  ...jsonOption,
} as const satisfies Options

/** @throws UsageError */
function daysOf(text: string, option: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days >= 1 && days <= 3660) return days
  throw new UsageError(
    { vi: '{option} nhận số từ 1 đến 3660', en: '{option} takes a number from 1 to 3660' },
    { option },
  )
}

export const retentionCommand = defineCommand({
  summary: { vi: 'xóa nội dung cũ hơn số ngày được giữ', en: 'erases content that was kept long enough' },
  about: {
    vi: 'Xóa nội dung về người cũ hơn N ngày, từng ngày một, chỉ khi cả ngày đó có trong một bản sao đã được thử khôi phục. Đầu bản ghi ở lại nên chuỗi vẫn kiểm được; những lô giữ riêng không bị đụng đến. Ai xóa, lúc nào, được ghi lại. Đặt chạy mỗi ngày.',
    en: 'Erases the content about people that is older than N days, a day at a time, where the whole day lies in a copy that was restored elsewhere. Headers stay, so the chain can still be checked; batches kept apart are not touched. Who did it and when is kept. To be run once a day.',
  },
  options,
  statuses: {
    0: { vi: 'không còn gì cũ hơn mức đó', en: 'nothing is left that is too old' },
    1: { vi: 'có ngày chưa xóa được; có lý do', en: 'some day could not be erased yet; it says why' },
  },
  run(_words, values, terminal) {
    const { locale, print, complain } = terminal
    const days = daysOf(required(values.days, '--days N'), '--days')
    const accessDays = Math.max(days, daysOf(values['access-days'] ?? '730', '--access-days'))
    return withHub(values, terminal, async (ground) => {
      const done = await dropDays(ground, { days, accessDays, by: userInfo().username })
      const word = words[locale]
      if (values.json === true) print(`${JSON.stringify(done)}\n`)
      else {
        for (const { day, payloads } of done.dropped) print(`${say(locale, word.dropped, { day, payloads })}\n`)
        for (const day of done.waiting) complain(`${say(locale, word.waiting, { day })}\n`)
        if (done.dropped.length + done.waiting.length === 0) print(`${say(locale, word.none, { days })}\n`)
      }
      return done.waiting.length === 0 ? 0 : 1
    })
  },
})
