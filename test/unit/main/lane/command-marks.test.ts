import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CommandMarks } from '../../../../main/lane/index.ts'
import { commands, commandText } from '../../../../shared/domain/command-code.ts'
import { decisions, type Decision } from '../../../../shared/domain/crossing/crossing.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { commandKey, journalKey } from '../../../fixtures/secrets.ts'
import { strangers } from '../../../fixtures/strangers.ts'
import { laneAt, scanCard, scanResult } from './lane-at.ts'

const marks = new CommandMarks(commandKey)
const decide = (decision: Decision) => ({ kind: 'decide', decision }) as const

describe('the kiosk’s mark', () => {
  it('lets each of its own commands be read, however a scanner writes it', () => {
    for (const command of commands) {
      expect(marks.read(marks.textOf(command))).toEqual({ command, card: 1, replaced: false })
      expect(marks.read(`]Q1${marks.textOf(command).toLowerCase()}\r\n`)).toEqual({ command, card: 1, replaced: false })
    }
  })

  it('is another for every command and every kiosk', () => {
    const others = new CommandMarks(journalKey)
    const texts = commands.flatMap((command) => [marks.textOf(command), others.textOf(command)])
    expect(new Set(texts.map((text) => text.slice(-16))).size).toBe(texts.length)
    for (const command of commands) expect(marks.read(others.textOf(command))).toBeNull()
  })

  it('of one command is no mark of another', () => {
    for (const one of commands) {
      const mark = marks.textOf(one).slice(-16)
      for (const other of commands) {
        if (other !== one) expect(marks.read(commandText(other, 1, mark))).toBeNull()
      }
    }
  })

  it('cannot be left out, cut short, made longer or guessed', () => {
    const [command] = commands
    const text = marks.textOf(command!)
    for (const other of [text.slice(0, -17), text.slice(0, -1), `${text}A`]) expect(marks.read(other)).toBeNull()
    const mark = fc.string({
      unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')),
      minLength: 0,
      maxLength: 20,
    })
    fc.assert(
      fc.property(mark, (guess) => {
        expect(marks.read(commandText(command!, 1, guess))).toBeNull()
      }),
    )
  })
})

describe('a card that was replaced', () => {
  const newProfile = (): string => {
    const profile = mkdtempSync(join(tmpdir(), 'chot-marks-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    return profile
  }
  const [admit] = commands

  it('is known for what it was, and the next one commands', () => {
    const own = new CommandMarks(commandKey, newProfile())
    const first = own.textOf(admit!)
    expect(own.renew()).toBe(2)
    expect(own.read(first)).toEqual({ command: admit, card: 1, replaced: true })
    expect(own.read(own.textOf(admit!))).toEqual({ command: admit, card: 2, replaced: false })
  })

  it('stays replaced at the next start', () => {
    const profile = newProfile()
    const [first, own] = [marks.textOf(admit!), new CommandMarks(commandKey, profile)]
    own.renew()
    own.renew()
    const again = new CommandMarks(commandKey, profile)
    expect([again.card, again.read(first)?.replaced]).toEqual([3, true])
  })

  it('is not made another one by writing another number on it', () => {
    const own = new CommandMarks(commandKey, newProfile())
    const mark = own.textOf(admit!).slice(-16)
    own.renew()
    expect(own.read(commandText(admit!, 2, mark))).toBeNull()
  })

  it('is not followed by one whose number somebody wrote into the file', () => {
    const profile = newProfile()
    new CommandMarks(commandKey, profile).renew()
    const file = join(profile, 'card.json')
    const { mac } = JSON.parse(readFileSync(file, 'utf8')) as { mac: string }
    for (const text of [JSON.stringify({ card: 3, mac }), '{', '[]', '', 'x'.repeat(1000)]) {
      writeFileSync(file, text)
      expect(new CommandMarks(commandKey, profile).card).toBe(1)
    }
  })

  it('is known again from the newer card, where its number is lost', () => {
    const own = new CommandMarks(commandKey, newProfile())
    const first = own.textOf(admit!)
    own.renew()
    const forgetful = new CommandMarks(commandKey, newProfile())
    expect(forgetful.read(first)?.replaced).toBe(false)
    expect(forgetful.read(own.textOf(admit!))).toMatchObject({ card: 2, replaced: false })
    expect(forgetful.read(first)?.replaced).toBe(true)
  })

  it.each(strangers)('is told from the first, with %s in the place of the file', (_what, put) => {
    const profile = newProfile()
    const there = put(join(profile, 'card.json'))
    const own = new CommandMarks(commandKey, profile)
    expect([own.card, own.renew(), new CommandMarks(commandKey, profile).card]).toEqual([1, 2, 2])
    if (there !== null) expect(readFileSync(there, 'utf8')).toBe('theirs')
  })
})

describe('what a command may do', () => {
  it('is only what the verdict asks for', async () => {
    const { lane } = await laneAt()
    scanResult(lane, an)
    expect([lane.allows(decide('admitted')), lane.allows(decide('refused'))]).toEqual([true, false])
    lane.abandon()
    scanResult(lane, an, { tr: '260373001' })
    expect(decisions.filter((each) => lane.allows(decide(each)))).toEqual(['referred'])
    lane.abandon()
    scanCard(lane, an)
    expect(decisions.filter((each) => lane.allows(decide(each)))).toEqual([])
  })

  it('is what needs no decision, at any time', async () => {
    const { lane } = await laneAt()
    for (const kind of ['next', 'undo', 'turn'] as const) expect(lane.allows({ kind })).toBe(true)
  })
})
