/** The pages of help: of a tool, of a group of its commands, and of one command. */
import type { Locale } from '../../shared/language/locale.ts'
import type { Command } from './command.ts'
import { commonOptions, type Option, type Options } from './option.ts'
import type { Found, Tool } from './tool.ts'

const headings = {
  vi: {
    usage: 'Cách dùng',
    commands: 'Các lệnh',
    examples: 'Ví dụ',
    options: 'Tùy chọn',
    statuses: 'Mã kết thúc',
    option: 'TÙY CHỌN',
    command: 'LỆNH',
    more: 'Trang riêng của một lệnh: {tool} help LỆNH. Các mã kết thúc: {tool} help statuses.',
    common: 'Các mã từ 64 là chung cho mọi lệnh: {tool} help statuses.',
  },
  en: {
    usage: 'Usage',
    commands: 'Commands',
    examples: 'Examples',
    options: 'Options',
    statuses: 'Exit status',
    option: 'OPTION',
    command: 'COMMAND',
    more: 'The page of one command: {tool} help COMMAND. The exit statuses: {tool} help statuses.',
    common: 'Statuses from 64 on are the same for every command: {tool} help statuses.',
  },
} as const

/** Characters a line; a terminal of 100 columns shows it whole. */
const width = 96

function wrap(text: string, indent: string): string {
  let lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line === '') lines = [...lines.slice(0, -1), word]
    else if (indent.length + line.length + 1 + word.length > width) lines.push(word)
    else lines = [...lines.slice(0, -1), `${line} ${word}`]
  }
  return lines.map((line) => `${indent}${line}\n`).join('')
}

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => wrap(part.trim(), '  '))
    .join('\n')

/** Names on the left, what they mean on the right. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows
    .map(([name, says]) => {
      const [first = '', ...more] = wrap(says, ' '.repeat(left)).split('\n').slice(0, -1)
      return [`  ${name}`.padEnd(left) + first.slice(left), ...more].map((line) => `${line}\n`).join('')
    })
    .join('')
}

function optionName(name: string, { short, value, multiple }: Option): string {
  const long = `--${name}${value === undefined ? '' : ` ${value}`}${multiple === true ? '…' : ''}`
  return short === undefined ? long : `-${short}, ${long}`
}

function optionRows(options: Options, locale: Locale): [string, string][] {
  return Object.entries(options).map(([name, option]) => [optionName(name, option), option.says[locale]])
}

const inTool = (tool: Tool, sentence: string): string => sentence.replaceAll('{tool}', tool.name)

/** The page of one command. */
export function commandPage(tool: Tool, name: string, command: Command, locale: Locale): string {
  const say = headings[locale]
  const { lang, help } = commonOptions
  const takes = [name, command.words?.says[locale], Object.keys(command.options).length > 0 && `[${say.option}…]`]
  const examples = (command.examples ?? []).map((example) => `  ${example[locale]}\n`).join('')
  const statuses = Object.entries(command.statuses).map(([code, words]) => [code, words[locale]] as const)
  return `${tool.name} ${name} – ${command.summary[locale]}

${say.usage}
  ${[tool.name, ...takes].filter(Boolean).join(' ')}

${paragraphs(command.about[locale])}
${examples === '' ? '' : `${say.examples}\n${examples}\n`}${say.options}
${columns(optionRows({ ...command.options, lang, help }, locale))}
${say.statuses}
${columns(statuses)}  ${inTool(tool, say.common)}
`
}

/** The page of what `findNamed` finds: of the tool, of a group, of a command. */
export function helpPage(tool: Tool, found: Found, locale: Locale): string {
  if ('command' in found) return commandPage(tool, found.name, found.command, locale)
  const say = headings[locale]
  const { name, members } = found
  const rows = members.map((member) => [member, tool.commands.get(member)!.summary[locale]] as const)
  const whole = name === ''
  return `${whole ? `${tool.name} – ${tool.summary[locale]}` : `${tool.name} ${name}`}

${say.usage}
  ${[tool.name, name, say.command].filter(Boolean).join(' ')} …

${say.commands}
${columns(rows)}
${whole ? `${say.options}\n${columns(optionRows(commonOptions, locale))}\n${paragraphs(tool.about[locale])}\n` : ''}  ${inTool(tool, say.more)}
`
}
