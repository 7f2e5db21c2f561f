/** The same hostile names in the terminal: verdicts, sentences, usage and the journal. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chot } from '../../../../main/command/commands.ts'
import { verdictLine } from '../../../../main/command/verify/verdict-line.ts'
import { verdictText } from '../../../../main/command/verify/verdict-text.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { Failure, runTool, UsageError, type Tool } from '../../../../main/terminal/index.ts'
import { judgeUncertified } from '../../../../main/verify/uncertified.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import type { Verdict } from '../../../../shared/domain/finding/verdict.ts'
import { outcomeWords, say, sayFinding } from '../../../../shared/language/say.ts'
import { besideIsolates, harmful, hostileNames } from '../../../fixtures/hostile-names.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import * as lane from '../../renderer/screens/scan-answer.ts'
import { ignored, scan, card } from './hostile-answers.ts'

/** What commands a terminal, of which JSON that is printed has nothing. */
const commanding = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u

/** A line that begins with the word of an outcome is a verdict, and each thing that was verified has one. */
const heads = (text: string): number =>
  text.split('\n').filter((each) => Object.values(outcomeWords.en).some((word) => each.startsWith(`${word}:`))).length

describe('the terminal', () => {
  const verdicts: readonly (readonly [string, (name: string) => Verdict])[] = [
    ['a certificate', (name) => scan(name).verdict],
    ['a card', (name) => card(name).verdict],
    ['a text that is neither', (name) => judgeUncertified(`WIFI:S:${name};;`)],
    ['a web address', (name) => judgeUncertified(`https://${name}/`)],
  ]

  describe.each(verdicts)('%s', (_what, verdictOf) => {
    it.each(hostileNames)('with a name that %s is one verdict, for people', async (_attempt, name) => {
      const text = verdictText(verdictOf(name), 'en', 'real')
      expect(besideIsolates(text)).not.toMatch(harmful)
      expect(heads(text)).toBe(1)
    })

    it.each(hostileNames)(
      'with a name that %s is one line, for programs, and loses nothing',
      async (_attempt, name) => {
        const stated = verdictLine(name, verdictOf(name), 'real')
        const printed = await throughTerminal((print) => print(`${JSON.stringify(stated)}\n`))
        expect(printed.split('\n')).toHaveLength(2)
        expect(printed).not.toMatch(commanding)
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(stated)))
      },
    )
  })

  it.each(hostileNames)('a sentence that quotes a name that %s stays one sentence', async (_attempt, name) => {
    const quoting = { vi: 'tệp {name} hỏng: {why}', en: 'the file {name} is damaged: {why}' }
    const cause = Object.assign(new Error(name), { code: 'X', syscall: 'open', path: name })
    for (const thrown of [
      new Failure('x', quoting, { name }, { cause }),
      new UsageError(quoting, { name, why: name }),
      cause,
    ]) {
      const complained = await throughTerminal(() => {
        throw thrown
      })
      expect(besideIsolates(complained)).not.toMatch(harmful)
      expect(complained.trimEnd().split('\n')).toHaveLength(thrown instanceof UsageError ? 2 : 1)
    }
    expect(besideIsolates(say('vi', '{name}', { name }))).not.toMatch(harmful)
    expect(
      besideIsolates(sayFinding('vi', finding('format-unknown', { kind: 'url', vi: name, en: name }))),
    ).not.toMatch(harmful)
  })

  it.each(hostileNames)('a command, an option or a language that %s is quoted harmlessly', async (_attempt, name) => {
    for (const args of [
      [name],
      ['try', name],
      [`--${name}`],
      ['try', `--${name}=x`],
      ['--lang', name],
      ['help', name],
    ]) {
      expect(besideIsolates(await throughTerminal(ignored, args))).not.toMatch(harmful)
    }
  })
})

describe('the journal', () => {
  it('that holds all of them commands no terminal when its last entries are printed', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'chot-hostile-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    keepSecret(profile)
    const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets, log: ignored }
    const journal = await Journal.open(place)
    for (const [, name] of hostileNames) journal.recordScan(scan(name.toWellFormed()).verdict, 'camera', lane.now)
    journal.close()
    const printed = await heardFrom(chot, ['journal', 'tail', '-n', '50', '--profile', profile])
    expect(printed.trimEnd().split('\n').length).toBeGreaterThanOrEqual(50)
    expect(besideIsolates(printed)).not.toMatch(commanding)
  })
})

/** Runs one command of a tool with these arguments; what came to both of its outputs. */
async function throughTerminal(act: (print: (text: string) => void) => void, args = ['try']): Promise<string> {
  const both = { vi: 'thử', en: 'try' }
  const command = {
    summary: both,
    about: both,
    options: {},
    statuses: { 0: both },
    run: async (_args: readonly string[], { print }: { print: (text: string) => void }) => {
      act(print)
      return 0 as const
    },
  }
  return heardFrom(
    { name: 'tool', version: '1', summary: both, about: both, commands: new Map([['try', command]]) },
    args,
  )
}

async function heardFrom(tool: Tool, args: readonly string[]): Promise<string> {
  let heard = ''
  const outlet = (): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        heard += chunk.toString('utf8')
        done()
      },
    })
  const streams = { input: Readable.from([]), output: outlet(), errors: outlet() }
  await runTool(tool, args, { ...streams, env: { CHOT_LANG: 'en' }, now: () => 0 })
  return heard
}
