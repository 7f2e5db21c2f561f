/** The options of commands, and how a command line is read: strictly, so that a misspelt option is never passed over. */
import { parseArgs } from 'node:util'
import type { Sentences } from '../../shared/language/locale.ts'
import { UsageError } from './failure.ts'
import { nearest } from './nearest.ts'

/** One option, and what its line in a help page says. */
export interface Option {
  type: 'boolean' | 'string'
  short?: string
  multiple?: boolean
  /** What stands for its value in a help page: `DIR`. Of `string` options only. */
  value?: string
  says: Sentences
}

/** Options by their long names. */
export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : string

/** What was given, by the options' names. */
export type Values<O extends Options> = { readonly [Name in keyof O]?: ValueOf<O[Name]> }

/** The options that every command of both tools takes. */
export const commonOptions = {
  lang: {
    type: 'string',
    value: 'vi|en',
    says: { vi: 'ngôn ngữ (mặc định: CHOT_LANG, nếu không có thì vi)', en: 'language (default: CHOT_LANG, else vi)' },
  },
  help: { type: 'boolean', short: 'h', says: { vi: 'trang này', en: 'this page' } },
  version: { type: 'boolean', short: 'V', says: { vi: 'số phiên bản', en: 'the version' } },
} as const satisfies Options

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]
type OptionToken = Extract<Token, { kind: 'option' }>

/** What was typed for an option, and what it stands for. */
function parse(args: readonly string[], options: Options) {
  const described = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple = false }]) => [
      name,
      short === undefined ? { type, multiple } : { type, multiple, short },
    ]),
  )
  // Not strict: the sentences about what is wrong are ours, in the reader's language.
  return parseArgs({ args: [...args], options: described, allowPositionals: true, strict: false, tokens: true })
}

function check({ name, rawName, value, inlineValue }: OptionToken, options: Options): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) throw unknownOption(rawName, name, options)
  const wanted = `${rawName}${option.value === undefined ? '' : ` ${option.value}`}`
  if (option.type === 'boolean') {
    if (value === undefined) return
    throw new UsageError({ vi: '{option} không nhận giá trị', en: '{option} takes no value' }, { option: rawName })
  }
  if (value === undefined || (!inlineValue && /^-./.test(value)))
    throw new UsageError({ vi: 'thiếu giá trị: {wanted}', en: 'its value is missing: {wanted}' }, { wanted })
}

function unknownOption(option: string, name: string, options: Options): UsageError {
  const near = nearest(name, Object.keys(options))
  return near === null
    ? new UsageError({ vi: 'không có tùy chọn {option} ở đây', en: 'there is no option {option} here' }, { option })
    : new UsageError(
        {
          vi: 'không có tùy chọn {option}; có phải --{near} không?',
          en: 'there is no option {option}; did you mean --{near}?',
        },
        { option, near },
      )
}

/**
 * Reads the options and words of a command.
 * @throws UsageError for an option that is not among `options`, or has a value that it does not take, or lacks one
 */
export function readOptions<O extends Options>(args: readonly string[], options: O) {
  const { values, positionals, tokens } = parse(args, options)
  for (const token of tokens) if (token.kind === 'option') check(token, options)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was just checked against its option
  return { values: values as Values<O>, words: positionals }
}

/** A command line whose command is not known yet. */
export interface Scanned {
  /** What is no option, with its place among the arguments. */
  words: { text: string; place: number }[]
  /** The places of what every command takes: such an option, and its value. */
  common: ReadonlySet<number>
  help: boolean
  version: boolean
  /** The language asked for; undefined where none was. */
  lang: string | undefined
}

/**
 * Finds the words of a command line, given every option that any command takes.
 * @throws UsageError for what is wrong with the options that every command takes
 */
export function scanArguments(args: readonly string[], options: Options): Scanned {
  const { tokens } = parse(args, { ...options, ...commonOptions })
  const places = new Set<number>()
  const scanned: Scanned = { words: [], common: places, help: false, version: false, lang: undefined }
  for (const token of tokens) {
    if (token.kind === 'positional') scanned.words.push({ text: token.value, place: token.index })
    if (token.kind !== 'option' || !Object.hasOwn(commonOptions, token.name)) continue
    check(token, commonOptions)
    places.add(token.index)
    if (token.name === 'lang') {
      scanned.lang = token.value
      if (token.inlineValue === false) places.add(token.index + 1)
    } else if (token.name === 'help') scanned.help = true
    else scanned.version = true
  }
  return scanned
}

/**
 * The value of an option that a command cannot do without.
 * @param written the option as its page writes it: `--rules FILE`
 * @throws UsageError
 */
export function required(value: string | undefined, written: string): string {
  if (value === undefined) throw new UsageError({ vi: 'thiếu {written}', en: '{written} is missing' }, { written })
  return value
}
