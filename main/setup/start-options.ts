/** The options of `npm start`. */
import { parseArgs } from 'node:util'
import { shownText } from '../../shared/language/shown-text.ts'
import { knownLocale, locales, type Locale } from '../../shared/language/locale.ts'
import { parsePort } from '../shell/port.ts'
import { shells, type Shell } from './choose-shell.ts'

export interface StartOptions {
  shell: Shell | null
  /** As typed; null: any that is free. */
  port: string | null
  /** Null: where this system keeps a program's data. */
  profile: string | null
  /** False: serve, and print the address, but open no browser. */
  open: boolean
  /** Of what is said on the way. */
  locale: Locale
  /** Whether the dependencies were installed just now, for the line about the set-up. */
  installed: boolean
}

const usage: Record<Locale, string> = {
  vi: `Cách dùng: npm start -- [TÙY-CHỌN…]
  --shell electron|browser|serve   mở bằng gì (mặc định: cách tốt nhất có được trên máy);
                                   serve: không mở cửa sổ, chỉ in địa chỉ để mở trong trình duyệt
  --port SỐ                        cổng khi mở bằng trình duyệt (mặc định: một cổng trống bất kỳ)
  --profile THƯ-MỤC                hồ sơ của chốt (mặc định: CHOT_PROFILE, nếu không có thì hồ sơ thật ở nơi hệ thống giữ dữ liệu
                                   ứng dụng, nếu không có nữa thì hồ sơ tập huấn, được tạo ở lần đầu)
  --no-open                        khi có trình duyệt: in địa chỉ, không mở cửa sổ
  --lang vi|en                     ngôn ngữ của những gì được in ra (mặc định: CHOT_LANG, hoặc vi)
  --help                           in trang này
`,
  en: `Usage: npm start -- [OPTION…]
  --shell electron|browser|serve   what to open it in (default: the best that can be had on this machine);
                                   serve: opens no window, prints the address to open in a browser
  --port N                         the port of the browser shell (default: any that is free)
  --profile DIR                    the checkpoint's folder (default: CHOT_PROFILE, else the real one in the system's place for
                                   application data, else one for practice, which is made the first time)
  --no-open                        with a browser: prints the address, opens nothing
  --lang vi|en                     the language of what is printed (default: CHOT_LANG, else vi)
  --help                           prints this page
`,
}

/** What is wrong with the arguments. `what`: the part that is. */
interface ArgumentFault {
  kind: 'shell' | 'port' | 'language' | 'value' | 'unknown'
  what: string
}

function sayFault({ kind, what }: ArgumentFault, locale: Locale): string {
  const shown = shownText(what)
  const sentences: Record<ArgumentFault['kind'], Record<Locale, string>> = {
    shell: {
      vi: `--shell không nhận "${shown}": hãy dùng ${shells.join(', ')}.`,
      en: `--shell does not take "${shown}": use ${shells.join(', ')}.`,
    },
    port: {
      vi: `--port nhận số từ 0 đến 65535, không nhận "${shown}".`,
      en: `--port takes a number from 0 to 65535, not "${shown}".`,
    },
    language: {
      vi: `--lang không nhận "${shown}": hãy dùng ${locales.join(' hoặc ')}.`,
      en: `--lang does not take "${shown}": use ${locales.join(' or ')}.`,
    },
    value: { vi: `${shown} thiếu giá trị, hoặc không nhận giá trị.`, en: `${shown} lacks its value, or takes none.` },
    unknown: { vi: `Không có tùy chọn "${shown}".`, en: `There is no option "${shown}".` },
  }
  return sentences[kind][locale]
}

/** Reads the arguments. `help` is a page to print, `error` a sentence and that page. */
export function readStartOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions | { help: string } | { error: string } {
  const { values, tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    allowNegative: true,
    options: {
      shell: { type: 'string' },
      port: { type: 'string' },
      profile: { type: 'string' },
      lang: { type: 'string' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', short: 'h' },
      installed: { type: 'boolean', default: false },
    },
  })
  const locale = knownLocale(values.lang) ?? knownLocale(env['CHOT_LANG']) ?? 'vi'
  const fault = faultOf(tokens, values)
  if (fault) return { error: `${sayFault(fault, locale)}\n${usage[locale]}` }
  if (values.help === true) return { help: usage[locale] }
  return {
    shell: shells.find((known) => known === values.shell) ?? null,
    port: textOf(values.port),
    profile: textOf(values.profile),
    open: values.open === true,
    locale,
    installed: values.installed === true,
  }
}

const textOf = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? value : null)

const withValue = ['shell', 'port', 'profile', 'lang']
const withoutValue = ['open', 'no-open', 'help', 'installed']

type Token = ReturnType<typeof parseArgs>['tokens'] extends (infer One)[] | undefined ? One : never

/** The first thing that is wrong. */
function faultOf(
  tokens: readonly Token[],
  { shell, port, lang }: Record<string, string | boolean | undefined>,
): ArgumentFault | null {
  for (const token of tokens) {
    if (token.kind === 'positional') return { kind: 'unknown', what: token.value }
    if (token.kind !== 'option') continue
    const { rawName, value } = token
    const name = rawName.replace(/^-+/, '')
    const takes = withValue.includes(name)
    if (!takes && !withoutValue.includes(name) && rawName !== '-h') return { kind: 'unknown', what: rawName }
    if (takes !== (value !== undefined) || value === '') return { kind: 'value', what: rawName }
  }
  if (shell !== undefined && !shells.some((known) => known === shell)) return { kind: 'shell', what: `${shell}` }
  if (typeof port === 'string' && parsePort(port) === null) return { kind: 'port', what: port }
  if (lang !== undefined && !locales.some((known) => known === lang)) return { kind: 'language', what: `${lang}` }
  return null
}
