/** Takes the keys of a list that was read over into the working `keys.json`, and says what that changed. */
import type { Options, Terminal, Values } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import type { ImportedList, RefusedEntry } from '../import/imported-list.ts'
import { mergeKeys, type Merged } from '../import/merge-keys.ts'
import { readWorkingKeys, writeWorkingKeys } from '../import/working-keys.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { countryCounts } from './country-counts.ts'
import { Failure } from '../../main/terminal/index.ts'
import { authorityOption } from './options.ts'

const sentences = {
  vi: {
    done: '{source}: {added} khóa thêm mới, {replaced} thay thế, {unchanged} như cũ, {withdrawn} rút khỏi danh sách, {refused} không dùng được. Nay có {total} khóa.\n',
    countries: 'Danh sách có {count} khóa: {countries}\n',
    more: '… và {count} khóa không dùng được nữa; --verbose nêu từng khóa.\n',
    added: 'thêm',
    replaced: 'thay thế',
    withdrawn: 'rút',
    refused: 'không dùng được',
  },
  en: {
    done: '{source}: {added} keys added, {replaced} replaced, {unchanged} as they were, {withdrawn} withdrawn, {refused} refused. There are now {total} keys.\n',
    countries: 'The list has {count} keys: {countries}\n',
    more: '… and {count} more refused; --verbose names each.\n',
    added: 'added',
    replaced: 'replaced',
    withdrawn: 'withdrawn',
    refused: 'refused',
  },
} as const

export const takeOptions = {
  ...authorityOption,
  verbose: { type: 'boolean', says: { vi: 'nêu từng khóa', en: 'names each key' } },
} as const satisfies Options

/** A list as it was read, and what it is called among an entry's sources. */
export interface ReadList {
  list: ImportedList
  source: string
}

/** Refused keys that are named unasked: enough to see what is wrong with a folder of a few. */
const fewRefused = 5

function sayRefused(refused: readonly RefusedEntry[], verbose: boolean, { locale, complain }: Terminal): void {
  const named = verbose ? refused : refused.slice(0, fewRefused)
  for (const { name, why } of named) complain(`${sentences[locale].refused}: ${shownText(name)}: ${shownText(why)}\n`)
  const count = refused.length - named.length
  if (count > 0) complain(say(locale, sentences[locale].more, { count }))
}

function sayEach({ added, replaced, withdrawn }: Merged, { locale, print, complain }: Terminal): void {
  const words = sentences[locale]
  for (const each of withdrawn) complain(`${words.withdrawn}: ${shownText(each)}\n`)
  for (const each of replaced) print(`${words.replaced}: ${shownText(each)}\n`)
  for (const each of added) print(`${words.added}: ${shownText(each)}\n`)
}

/**
 * Takes the keys of a list over.
 * @param whole false where one vouches for keys file by file: that withdraws nothing that was there
 * @throws Failure `nothing-to-import`: an empty list would withdraw every key that it ever brought
 */
export function takeList(
  { list, source }: ReadList,
  whole: boolean,
  { authority, verbose = false }: Values<typeof takeOptions>,
  terminal: Terminal,
): 0 {
  const home = openHome(authority, terminal.env)
  const { locale, print } = terminal
  sayRefused(list.refused, verbose, terminal)
  if (list.entries.length === 0)
    throw new Failure('nothing-to-import', {
      vi: 'Không có khóa nào dùng được ở đó. Chưa thay đổi gì. Kiểm tra tệp hoặc thư mục; muốn bỏ hẳn một danh sách: "chot-authority import remove TÊN".',
      en: 'There is no key in it that can be used. Nothing was changed. Check the file or folder; "chot-authority import remove NAME" takes a list out.',
    })
  const merged = alone(home.folder, () => {
    const working = readWorkingKeys(home)
    const result = mergeKeys(working.keys, list.entries, source, whole)
    writeWorkingKeys(home, { ...working, keys: result.keys })
    return result
  })
  if (verbose) sayEach(merged, terminal)
  const counts = {
    source,
    added: merged.added.length,
    replaced: merged.replaced.length,
    unchanged: merged.unchanged,
    withdrawn: merged.withdrawn.length,
    refused: list.refused.length,
    total: merged.keys.length,
  }
  print(say(locale, sentences[locale].done, counts))
  const listed = { count: list.entries.length, countries: countryCounts(list.entries, locale) }
  print(say(locale, sentences[locale].countries, listed))
  return 0
}
