/** From the arguments of a tool to the command that runs, or the page that is shown instead. */
import { knownLocale, locales } from '../../shared/language/locale.ts'
import { UsageError } from './failure.ts'
import { commonOptions, readOptions, scanArguments, type Scanned } from './option.ts'
import { helpPage } from './page.ts'
import { status, statusesPage, type Status } from './statuses.ts'
import type { Terminal } from './terminal.ts'
import { everyOption, findCommand, findNamed, lengthOf, type Tool } from './tool.ts'

/** The words that help is asked about, in either way; null where it is not asked. */
function helpWanted({ help, words }: Scanned): string[] | null {
  const texts = words.map(({ text }) => text)
  if (texts[0] === 'help') return texts.slice(1)
  return help ? texts : null
}

/**
 * Finds the command and runs it.
 * @throws UsageError, and what the command throws
 */
export async function dispatch(tool: Tool, args: readonly string[], terminal: Terminal): Promise<Status> {
  const scanned = scanArguments(args, everyOption(tool))
  const { common, lang, version, words } = scanned
  if (lang !== undefined && knownLocale(lang) === null)
    throw new UsageError(
      { vi: '--lang nhận {known}, không nhận "{lang}"', en: '--lang takes {known}, not "{lang}"' },
      { known: locales.join('|'), lang },
    )
  const help = helpWanted(scanned)
  if (help) {
    terminal.print(help[0] === 'statuses' ? statusesPage() : helpPage(tool, findNamed(tool, help), terminal.locale))
    return status.done
  }
  if (version) {
    terminal.print(`${tool.version}\n`)
    return status.done
  }
  const texts = words.map(({ text }) => text)
  // Where no command is named, a misspelt option is what is wrong.
  if (texts.length === 0) readOptions(args, { ...everyOption(tool), ...commonOptions })
  const { name, command } = findCommand(tool, texts)
  const taken = new Set([...common, ...words.slice(0, lengthOf(name)).map(({ place }) => place)])
  const rest = args.filter((_, place) => !taken.has(place))
  return command.run(rest, terminal)
}
