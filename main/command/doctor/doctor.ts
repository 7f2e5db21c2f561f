/** `chot doctor`: looks at everything that a checkpoint stands on, also of a profile that cannot be opened. */
import packageJson from '../../../package.json' with { type: 'json' }
import type { Check } from '../../../shared/contract/set-up.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { cameraUnseen, doctor } from '../../checkpoint/index.ts'
import { endsFolder } from '../../profile/index.ts'
import { parsePort } from '../../shell/index.ts'
import { defineCommand, UsageError, type Options } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'

const states = {
  vi: { good: 'tốt', look: 'XEM', bad: 'HỎNG' },
  en: { good: 'good', look: 'LOOK', bad: 'BAD' },
} as const satisfies Record<Locale, Record<Check['state'], string>>

const things = {
  vi: {
    profile: 'hồ sơ',
    secret: 'bí mật',
    journal: 'nhật ký',
    disk: 'ổ đĩa',
    clock: 'đồng hồ',
    zone: 'múi giờ',
    trust: 'tin cậy',
    camera: 'camera',
    port: 'cổng',
    versions: 'phiên bản',
  },
  en: {
    profile: 'profile',
    secret: 'secret',
    journal: 'journal',
    disk: 'disk',
    clock: 'clock',
    zone: 'zone',
    trust: 'trust',
    camera: 'camera',
    port: 'port',
    versions: 'versions',
  },
} as const satisfies Record<Locale, Record<Check['what'], string>>

const options = {
  port: {
    type: 'string',
    value: 'N',
    says: { vi: 'cổng mà Chốt được mở với --port', en: 'the port that Chốt is started with' },
  },
  ...jsonOption,
  ...profileOption,
} as const satisfies Options

/** @throws UsageError */
function readPort(text: string): number {
  const port = parsePort(text)
  if (port !== null) return port
  throw new UsageError(
    {
      vi: '--port nhận số từ 0 đến 65535, không nhận "{text}"',
      en: '--port takes a number from 0 to 65535, not "{text}"',
    },
    { text },
  )
}

export const doctorCommand = defineCommand({
  summary: { vi: 'xem mọi thứ mà chốt cần', en: 'looks at everything that a checkpoint stands on' },
  about: {
    vi: 'Xem hồ sơ, khóa, nhật ký, ổ đĩa, đồng hồ, múi giờ, tuổi của những gì được tin, cổng và phiên bản; mỗi thứ một dòng, chỗ nào không tốt thì nói việc cần làm. Chạy được cả khi Chốt đang mở, và cả với hồ sơ không mở được. Không thay đổi gì.',
    en: 'Looks at profile, secret, journal, disk, clock, zone, the ages of what is believed, port and versions: a line each, with what to do where it is not good. Also while Chốt is open, and of a profile that cannot be opened. Changes nothing.',
  },
  options,
  statuses: {
    0: { vi: 'không có gì hỏng', en: 'nothing is bad' },
    1: { vi: 'có thứ hỏng; việc cần làm được nêu', en: 'something is bad; it says what to do' },
  },
  async run(_words, values, terminal) {
    const { locale, now, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const port = values.port === undefined ? 0 : readPort(values.port)
    const secrets = readingSecrets(profile, terminal)
    const checks =
      (await askKiosk(profile, async (kiosk) => kiosk.call('setUp.doctor', {}))) ??
      (await doctor({ profile, version: packageJson.version, now, secrets, ends: endsFolder(terminal.env), port }))
    const all = [...checks, cameraUnseen()]
    if (values.json === true) print(`${JSON.stringify(all)}\n`)
    else
      for (const { what, state, said } of all)
        print(`${states[locale][state].padEnd(5)} ${things[locale][what].padEnd(10)} ${said[locale]}\n`)
    return all.some(({ state }) => state === 'bad') ? 1 : 0
  },
})
