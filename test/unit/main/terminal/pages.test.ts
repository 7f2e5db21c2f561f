/** The help of both tools, command by command. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { chot } from '../../../../main/command/commands.ts'
import { notStarted } from '../../../../main/setup/node24.mjs'
import { dispatch, status, statusesPage, statusWords, type Tool } from '../../../../main/terminal/index.ts'
import { locales, type Locale } from '../../../../shared/language/locale.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'

async function shown(tool: Tool, words: readonly string[], locale: Locale): Promise<string> {
  const terminal = testTerminal({ locale })
  expect(await dispatch(tool, words, terminal)).toBe(0)
  return terminal.printed
}

const named = [chot, chotAuthority].flatMap((tool) =>
  [...tool.commands].map(([name, command]) => ({ tool, name, command, called: `${tool.name} ${name}` })),
)

describe.each(named)('$called', ({ tool, name, command }) => {
  test.each(locales)('has a page in %s that describes every option and every status', async (locale) => {
    const page = await shown(tool, ['help', ...name.split(' ')], locale)
    expect(page).toContain(command.about[locale].slice(0, 20))
    for (const [option, { says }] of Object.entries(command.options)) {
      expect(page).toMatch(new RegExp(`^  (-\\w, )?--${option}\\b`, 'm'))
      expect(page.replace(/\s+/g, ' ')).toContain(says[locale])
    }
    for (const [code, says] of Object.entries(command.statuses)) {
      expect(Object.keys(statusWords)).toContain(code)
      expect(page.replace(/\s+/g, ' ')).toContain(`${code} ${says[locale]}`)
    }
    expect(await shown(tool, [...name.split(' '), '--help'], locale)).toBe(page)
  })

  test('says each thing in each language, and not the same', () => {
    const said = [command.summary, command.about, ...Object.values(command.options).map(({ says }) => says)]
    for (const { vi, en } of [...said, ...Object.values(command.statuses)]) {
      expect(vi.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect(vi).not.toBe(en)
    }
  })

  test('fits into a hundred columns', async () => {
    for (const locale of locales)
      for (const line of (await shown(tool, ['help', ...name.split(' ')], locale)).split('\n'))
        expect(line.length).toBeLessThanOrEqual(100)
  })

  test('is listed with its tool', async () => {
    for (const locale of locales) {
      const list = (await shown(tool, ['--help'], locale)).replace(/\s+/g, ' ')
      expect(list).toContain(`${name} ${command.summary[locale]}`)
    }
  })

  test('takes every option of its page, and says of any other that there is none', async () => {
    const wrong = dispatch(tool, [...name.split(' '), '--no-such-thing'], testTerminal())
    await expect(wrong).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('a group of commands', () => {
  test('has a page that lists its members', async () => {
    const page = await shown(chot, ['trust', '--help'], 'vi')
    expect(page).toContain('trust update')
    expect(page).not.toContain('journal')
    expect(await shown(chot, ['help', 'trust'], 'vi')).toBe(page)
  })
})

describe('the exit statuses', () => {
  test('are a page of the documents, which help prints', async () => {
    const file = join(import.meta.dirname, '../../../../docs/exit-statuses.md')
    expect(readFileSync(file, 'utf8')).toBe(statusesPage())
    expect(await shown(chot, ['help', 'statuses'], 'vi')).toBe(statusesPage())
  })

  test('say the same of a program that cannot be started', () => expect(notStarted).toBe(status.system))

  test('of a verdict are told from those without one', () => {
    expect(Object.keys(statusWords).map(Number)).toEqual([0, 1, 2, 3, 64, 66, 70, 71, 74, 78, 141])
  })
})
