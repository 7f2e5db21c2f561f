/** `chot rules simulate`: a day's scans under rules that are not in force yet, and what would change. */
import * as v from 'valibot'
import { readWholeDate } from '../../../shared/domain/time/calendar-date.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { outcomeWords, say, sayFinding } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { dayLength, formatClock, localDay } from '../../../shared/language/time.ts'
import { readPolicy, type Policy } from '../../../shared/rules/policy.ts'
import { readScans } from '../../journal/index.ts'
import { profilePaths } from '../../profile/index.ts'
import { readBelieved } from '../../trust/index.ts'
import { readingSecrets } from '../profile/command-secrets.ts'
import { journalFolder } from '../journal/no-journal.ts'
import { defineCommand, Failure, Reason, required, status, UsageError, type Options } from '../../terminal/index.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { practiceLine, practiceMember } from '../../../shared/language/practice-mark.ts'
import { journalMode, toldMode } from '../profile/profile-mode.ts'
import { readJsonFile } from '../read-json.ts'
import { entriesOut, recordReading } from '../journal/record-reading.ts'
import { problemLine } from './rules-test.ts'
import { simulate, type Change, type Concluded, type Simulation } from './simulate.ts'

const words = {
  vi: {
    head: '{day}: {scans} lượt quét, {changed} lượt sẽ khác theo quy định "{policy}".',
    gone: '{gone} lượt đã xóa nội dung nên không tính lại được.',
  },
  en: {
    head: '{day}: {scans, plural, one {# scan} other {# scans}}, {changed} would change under the rules "{policy}".',
    gone: 'The content of {gone, plural, one {# scan has} other {# scans have}} been erased: not replayed.',
  },
} as const

/** A policy file; a trust folder's `rules.json` may also say when it was published. */
function readPolicyFile(file: string): Policy {
  const stated = v.parse(v.fallback(v.looseObject({}), {}), readJsonFile(file))
  const content = Object.entries(stated).filter(([name]) => name !== 'published')
  const reading = readPolicy(Object.fromEntries(content))
  if (reading.ok) return reading.policy
  const problems = (locale: Locale): string => reading.problems.map((each) => problemLine(each, locale)).join('; ')
  throw new Failure(
    'rules-unusable',
    {
      vi: '{file} không dùng làm quy định được: {why}. Sửa tệp rồi chạy lại.',
      en: '{file} cannot be used as rules: {why}. Put the file right and run this again.',
    },
    { file },
    { status: status.input, cause: new Reason({ vi: problems('vi'), en: problems('en') }) },
  )
}

function chosenDay(day: string | undefined, now: number): string {
  if (day === undefined) return localDay(now - dayLength)
  if (readWholeDate(day) === null)
    throw new UsageError(
      { vi: '--day nhận YYYY-MM-DD, không nhận "{day}"', en: '--day takes YYYY-MM-DD, not "{day}"' },
      { day },
    )
  return day
}

/** How many went from one outcome to another, in the order of the outcomes. */
function counted(
  changes: readonly Change[],
): { from: Concluded['outcome']; to: Concluded['outcome']; count: number }[] {
  const groups = Map.groupBy(changes, ({ from, to }) => `${from.outcome} ${to.outcome}`)
  return [...groups.values()]
    .map((group) => ({ from: group[0]!.from.outcome, to: group[0]!.to.outcome, count: group.length }))
    .toSorted((a, b) => b.count - a.count)
}

function inWords(
  simulation: Simulation,
  about: { day: string; policy: string },
  names: boolean,
  locale: Locale,
): string {
  const { changes, gone, scans } = simulation
  const lines = [say(locale, words[locale].head, { ...about, scans, changed: changes.length })]
  if (gone > 0) lines.push(say(locale, words[locale].gone, { gone }))
  const word = outcomeWords[locale]
  for (const { from, to, count } of counted(changes)) lines.push(`  ${count} × ${word[from]} → ${word[to]}`)
  for (const { seq, at, holder, from, to } of changes) {
    lines.push(`#${seq} ${formatClock(at)}${names ? ` ${shownText(holder)}` : ''}`)
    lines.push(`  ${word[from.outcome]}: ${sayFinding(locale, from.reason)}`)
    lines.push(`  → ${word[to.outcome]}: ${sayFinding(locale, to.reason)}`)
  }
  return `${lines.join('\n')}\n`
}

const short = ({ outcome, reason }: Concluded) => ({ outcome, reason: reason.code })

function asJson({ changes, gone, scans }: Simulation, about: { day: string; policy: string }, names: boolean): string {
  const changed = changes.map(({ seq, at, holder, from, to }) => ({
    seq,
    at: new Date(at).toISOString(),
    ...(names ? { holder } : {}),
    from: short(from),
    to: short(to),
  }))
  return `${JSON.stringify({ ...about, scans, gone, counts: counted(changes), changed })}\n`
}

const options = {
  rules: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp quy định (policy) muốn thử', en: 'the policy file to try' },
  },
  journal: { type: 'boolean', says: { vi: 'lấy các lượt quét trong nhật ký', en: 'takes the scans of the journal' } },
  ...profileOption,
  day: {
    type: 'string',
    value: 'YYYY-MM-DD',
    says: {
      vi: 'ngày theo lịch Việt Nam (mặc định: hôm qua)',
      en: 'a day of Viet Nam’s calendar (default: yesterday)',
    },
  },
  names: { type: 'boolean', says: { vi: 'in cả tên người', en: 'with the names of holders' } },
  ...jsonOption,
} as const satisfies Options

export const rulesSimulate = defineCommand({
  summary: { vi: 'thử quy định khác trên một ngày đã qua', en: 'a past day under other rules' },
  about: {
    vi: 'Tính lại các lượt quét của một ngày theo quy định trong tệp và in những lượt sẽ có kết quả khác.',
    en: 'Replays a day’s scans under the rules of a policy file and prints what would change.',
  },
  options,
  statuses: { 0: { vi: 'đã tính lại', en: 'replayed' } },
  async run(_words, values, terminal) {
    const { env, locale, now, print } = terminal
    if (values.journal !== true)
      throw new UsageError({
        vi: 'lệnh này tính lại nhật ký: thêm --journal',
        en: 'rules simulate replays a journal: add --journal',
      })
    const policy = readPolicyFile(required(values.rules, '--rules FILE'))
    const day = chosenDay(values.day, now())
    const profile = chosenProfile(values, env)
    const folder = journalFolder(profile)
    const secrets = readingSecrets(profile, { env })
    const key = await secrets.journalKey()
    const { valueSets } = readBelieved(profilePaths(profile).trust, toldMode(profile, terminal)).store
    const simulation = simulate(readScans(folder, key, day), policy, valueSets)
    const mode = journalMode(profile, key)
    const about = { ...practiceMember(mode), day, policy: policy.policy }
    const names = values.names ?? false
    if (names)
      await recordReading(
        profile,
        entriesOut(() => simulation.scans, now),
        secrets,
        terminal,
      )
    print(
      values.json === true
        ? asJson(simulation, about, names)
        : practiceLine(mode, locale) + inWords(simulation, about, names, locale),
    )
    return 0
  },
})
