/** `chot checkpoint show` and `set`: who this checkpoint is. */
import { randomUUID } from 'node:crypto'
import type { CheckpointWords } from '../../../shared/contract/set-up.ts'
import { modes, type Mode } from '../../../shared/domain/mode.ts'
import { say } from '../../../shared/language/say.ts'
import { changeCheckpoint, mendCheckpoint, wordsOf, writeZone } from '../../checkpoint/index.ts'
import { type Checkpoint, CheckpointUnreadable, readCheckpoint } from '../../profile/index.ts'
import { defineCommand, UsageError, type Options, type Terminal } from '../../terminal/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { givenProxy, givenWords, wordsOptions } from './checkpoint-words.ts'
import { commandSecrets, readingSecrets } from '../profile/command-secrets.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'
import { sayRefused } from '../profile/say-refused.ts'
import { withJournal } from '../profile/with-journal.ts'

const lines = {
  vi: 'Chốt: {name}\nLàn: {lane}\nTỉnh: {province}\nMúi giờ: {zone}\nProxy: {proxy}\nChế độ: {mode, select, practice {tập huấn} other {chốt thật}}\nMáy: {kiosk}\nHồ sơ: {profile}',
  en: 'Checkpoint: {name}\nLane: {lane}\nProvince: {province}\nZone: {zone}\nProxy: {proxy}\nMode: {mode, select, practice {practice} other {real}}\nKiosk: {kiosk}\nProfile: {profile}',
} as const

function shown(checkpoint: Checkpoint, profile: string, { locale }: Terminal): string {
  const { name, lane, province = '—', zoneMinutes, proxy = '—', mode, kiosk } = checkpoint
  const zone = zoneMinutes === undefined ? '—' : writeZone(zoneMinutes)
  const text = say(locale, lines[locale], { name, lane, province, zone, proxy, mode, kiosk, profile })
  return `${practiceLine(mode, locale)}${text}\n`
}

export const checkpointShow = defineCommand({
  summary: { vi: 'chốt này là chốt nào', en: 'who this checkpoint is' },
  about: {
    vi: 'In tên chốt, làn, tỉnh, múi giờ, proxy, chế độ và tên máy của một hồ sơ.',
    en: 'Prints the checkpoint’s name, lane, province, zone, proxy and mode, and its kiosk’s own name.',
  },
  options: { ...jsonOption, ...profileOption },
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const profile = chosenProfile(values, terminal.env)
    const checkpoint = readCheckpoint(profile)
    terminal.print(
      values.json === true ? `${JSON.stringify({ ...checkpoint, profile })}\n` : shown(checkpoint, profile, terminal),
    )
    return 0
  },
})

const setOptions = {
  ...wordsOptions,
  mode: {
    type: 'string',
    value: modes.join('|'),
    says: {
      vi: 'chỉ khi checkpoint.json hỏng hoặc mất, và chưa có nhật ký',
      en: 'only where checkpoint.json is broken or gone, and there is no journal yet',
    },
  },
  ...profileOption,
} as const satisfies Options

function readMode(text: string | undefined): Mode | undefined {
  if (text === undefined) return undefined
  const mode = modes.find((known) => known === text)
  if (mode === undefined)
    throw new UsageError({ vi: '--mode nhận {modes}', en: '--mode takes {modes}' }, { modes: modes.join('|') })
  return mode
}

/** Who it is; null where its file cannot be used. */
function present(profile: string): Checkpoint | null {
  try {
    return readCheckpoint(profile)
  } catch (error) {
    if (error instanceof CheckpointUnreadable) return null
    throw error
  }
}

/** Through the kiosk that has the profile open, else here. */
async function change(
  profile: string,
  from: Checkpoint,
  { given, without }: { given: Partial<CheckpointWords>; without: boolean },
  terminal: Terminal,
) {
  const words = { ...wordsOf(from), ...given }
  if (without) delete words.proxy
  const through = await askKiosk(profile, (kiosk) => kiosk.call('setUp.change', words))
  if (through) return { said: through.said }
  const secrets = commandSecrets(profile, terminal.env, 'make')
  await withJournal(profile, secrets, terminal, (record) => {
    changeCheckpoint(profile, words)
    record('checkpoint.changed', { from: wordsOf(from), to: words })
  })
  return { said: null }
}

async function mend(profile: string, given: Partial<CheckpointWords>, mode: Mode | undefined, terminal: Terminal) {
  const said = mode === undefined ? given : { ...given, mode }
  const secrets = readingSecrets(profile, terminal)
  const mended = await mendCheckpoint(profile, said, secrets, `kiosk-${randomUUID()}`)
  if (!mended.ok) return mended
  await withJournal(profile, secrets, terminal, (record) =>
    record('checkpoint.changed', { from: null, to: wordsOf(mended.checkpoint) }),
  )
  return { said: null }
}

export const checkpointSet = defineCommand({
  summary: {
    vi: 'đổi tên, làn, tỉnh, múi giờ, proxy; dựng lại checkpoint.json',
    en: 'changes name, lane, province, zone or proxy; mends checkpoint.json',
  },
  about: {
    vi: 'Đổi tên chốt, làn, tỉnh, múi giờ hoặc proxy, cả khi Chốt đang mở. Một checkpoint.json hỏng hoặc mất được ghi lại từ phần còn đọc được, từ nhật ký và từ những gì nêu ở đây.',
    en: 'Changes the checkpoint’s name, lane, province, zone or proxy, also while Chốt is open. A checkpoint.json that is broken or gone is written anew from what can be read of it, from the journal, and from what is said here.',
  },
  options: setOptions,
  statuses: {
    0: { vi: 'đã đổi', en: 'changed' },
    1: { vi: 'không đổi: có lý do kèm theo', en: 'not changed; it says why' },
  },
  async run(_words, values, terminal) {
    const { print } = terminal
    const profile = chosenProfile(values, terminal.env)
    const given = givenWords(values)
    const without = givenProxy(values) === 'none'
    const mode = readMode(values.mode)
    const from = present(profile)
    if (from && mode !== undefined && mode !== from.mode)
      throw new UsageError({
        vi: 'chế độ của một hồ sơ không bao giờ đổi; lập hồ sơ khác trong một thư mục trống',
        en: 'a profile’s mode never changes; set up another profile in an empty folder',
      })
    if (from && Object.keys(given).length === 0 && !without)
      throw new UsageError({
        vi: 'thiếu --name, --lane, --province, --zone hoặc --proxy',
        en: '--name, --lane, --province, --zone or --proxy is missing',
      })
    const { said } = from
      ? await change(profile, from, { given, without }, terminal)
      : await mend(profile, given, mode, terminal)
    if (said) return sayRefused({ said }, terminal)
    print(shown(readCheckpoint(profile), profile, terminal))
    return 0
  },
})
