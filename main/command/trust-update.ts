/** `chot trust update`: brings what a profile believes up to date, from a stick or an address. */
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { defineCommand, type Options, type Terminal } from '../terminal/index.ts'
import { isAddress, openTrust, sayDamage, updateTrust, type Progress } from '../trust/index.ts'
import { chosenProfile, profileOption } from './options.ts'
import { journalBusy, openProfileJournal } from './profile-journal.ts'
import { practiceLine } from './practice.ts'

const words = {
  vi: {
    asking: 'Đang hỏi máy chủ {server} …',
    reading: 'Đang đọc {path} …',
    read: 'Đang đọc {path}: {megabytes} MB …',
  },
  en: {
    asking: 'Asking the server {server} …',
    reading: 'Reading {path} …',
    read: 'Reading {path}: {megabytes} MB …',
  },
} as const satisfies Record<Locale, Record<string, string>>

const options = {
  ...profileOption,
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng thư gốc (PEM) của máy chủ riêng, thêm vào những nơi máy này đã biết; NODE_EXTRA_CA_CERTS cũng được',
      en: 'the authority (PEM) of a private server, beside those that are known; NODE_EXTRA_CA_CERTS does the same',
    },
  },
} as const satisfies Options

/** Says on standard error what an address is being asked for: it may take minutes, and a stick does not. */
function teller(from: string, { complain, locale }: Terminal): (progress: Progress) => void {
  if (!isAddress(from)) return () => undefined
  const server = URL.parse(from)?.host ?? from
  complain(`${say(locale, words[locale].asking, { server })}\n`)
  return ({ path, bytes }) => {
    if (bytes > 0) complain(`${say(locale, words[locale].read, { path, megabytes: Math.round(bytes / 1e6) })}\n`)
    else if (path.startsWith('targets/')) complain(`${say(locale, words[locale].reading, { path })}\n`)
  }
}

export const trustUpdate = defineCommand({
  summary: { vi: 'cập nhật khóa, quy định và thu hồi', en: 'brings keys, rules and revocations up to date' },
  about: {
    vi: 'Cập nhật những gì hồ sơ tin từ một thư mục (USB) hoặc địa chỉ https:. Bản cập nhật hỏng, cũ, lẫn lộn hoặc chép dở bị từ chối; bản đang dùng giữ nguyên.',
    en: 'Brings what the profile believes up to date from a folder (a USB stick) or an https: address. A bad, old, mixed or half-copied update is refused; what is in use stays.',
  },
  words: { says: { vi: 'NGUỒN', en: 'FROM' }, least: 1, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã cập nhật, hoặc đã là bản mới nhất', en: 'updated, or the newest was there already' },
    1: { vi: 'bị từ chối, hoặc lúc này không cập nhật được', en: 'refused, or not possible now' },
  },
  async run([from = ''], values, terminal) {
    const { complain, locale, now, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const folder = profilePaths(profile).trust
    const { mode } = readCheckpoint(profile)
    const journal = await openProfileJournal(profile, terminal)
    if (!journal) {
      complain(`${journalBusy[locale]}\n`)
      return 1
    }
    try {
      const keeper = await openTrust({ folder, mode }, journal, now)
      for (const damage of keeper.damage) complain(`${sayDamage(locale, damage)}\n`)
      const place = { from, serverAuthority: values.ca ?? null }
      const hear = { tell: teller(from, terminal), signal: new AbortController().signal }
      const { outcome, said } = await updateTrust(place, { keeper, journal, now }, hear)
      const good = outcome === 'updated' || outcome === 'current'
      const tell = good ? print : complain
      tell(`${practiceLine(mode, locale)}${said[locale]}\n`)
      return good ? 0 : 1
    } finally {
      journal.close()
    }
  },
})
