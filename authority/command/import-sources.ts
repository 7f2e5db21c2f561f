/** `chot-authority import list` and `import remove`: which lists vouch for the keys, and taking one out. */
import { defineCommand, Failure } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { mergeKeys, type WorkingEntry } from '../import/merge-keys.ts'
import { readWorkingKeys, writeWorkingKeys } from '../import/working-keys.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { countryCounts } from './country-counts.ts'
import { authorityOption } from './options.ts'

const words = {
  vi: {
    none: 'Chưa có khóa nào.\n',
    source: '{source}: {count} khóa ({countries})\n',
    own: 'không từ danh sách nào',
    removed:
      '{source}: đã rút {withdrawn} khóa. Nay có {total} khóa. Có hiệu lực với các chốt sau lần phát hành tiếp theo.\n',
  },
  en: {
    none: 'There are no keys.\n',
    source: '{source}: {count} keys ({countries})\n',
    own: 'from no list',
    removed:
      '{source}: {withdrawn} keys withdrawn. There are now {total} keys. Checkpoints learn of it with the next publication.\n',
  },
} as const

/** The keys by the lists that vouch for them; under the empty name those that none does. */
function bySource(keys: readonly WorkingEntry[]): Map<string, WorkingEntry[]> {
  const sources = new Map<string, WorkingEntry[]>()
  for (const key of keys)
    for (const source of key.sources ?? ['']) {
      const theirs = sources.get(source)
      if (theirs) theirs.push(key)
      else sources.set(source, [key])
    }
  return sources
}

export const importList = defineCommand({
  summary: { vi: 'các khóa đang có từ những danh sách nào', en: 'which lists the keys are from' },
  about: {
    vi: 'Cho biết mỗi danh sách đã nhập bảo đảm cho bao nhiêu khóa, của nước nào, trong lần phát hành tiếp theo.',
    en: 'Shows how many keys of which countries each imported list vouches for in the next publication.',
  },
  options: authorityOption,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, { env, locale, print }) {
    const { keys } = readWorkingKeys(openHome(values.authority, env))
    if (keys.length === 0) print(words[locale].none)
    for (const [source, theirs] of bySource(keys)) {
      const name = source === '' ? words[locale].own : shownText(source)
      const countries = countryCounts(theirs, locale)
      print(say(locale, words[locale].source, { source: name, count: theirs.length, countries }))
    }
    return 0
  },
})

export const importRemove = defineCommand({
  summary: { vi: 'rút khóa của một danh sách', en: 'takes a list’s keys out' },
  about: {
    vi: 'Rút các khóa mà chỉ danh sách này bảo đảm (tên như "import list" in ra). Khóa có danh sách khác bảo đảm thì vẫn còn.',
    en: 'Takes out the keys that this list alone vouches for (its name as "import list" shows it). Those that another list vouches for stay.',
  },
  words: { says: { vi: 'TÊN', en: 'NAME' }, least: 1, most: 1 },
  options: authorityOption,
  statuses: {
    0: { vi: 'đã rút', en: 'taken out' },
    1: { vi: 'không có danh sách đó', en: 'there is no such list' },
  },
  async run([source = ''], values, { env, locale, print }) {
    const home = openHome(values.authority, env)
    const { keys, withdrawn } = alone(home.folder, () => {
      const working = readWorkingKeys(home)
      const sources = [...bySource(working.keys).keys()].filter((name) => name !== '')
      if (!sources.includes(source))
        throw new Failure(
          'no-such-list',
          {
            vi: 'Không có danh sách "{source}". Chưa thay đổi gì. Các danh sách đang có: {sources}.',
            en: 'There is no list "{source}". Nothing was changed. The lists are: {sources}.',
          },
          { source: shownText(source), sources: sources.map((name) => shownText(name)).join(', ') || '–' },
        )
      const merged = mergeKeys(working.keys, [], source, true)
      writeWorkingKeys(home, { ...working, keys: merged.keys })
      return merged
    })
    const counts = { source: shownText(source), withdrawn: withdrawn.length, total: keys.length }
    print(say(locale, words[locale].removed, counts))
    return 0
  },
})
