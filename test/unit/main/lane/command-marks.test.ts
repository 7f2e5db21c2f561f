import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommandMarks } from '../../../../main/lane/index.ts'
import { commands, commandText } from '../../../../shared/domain/command-code.ts'
import { decisions, type Decision } from '../../../../shared/domain/crossing/crossing.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { commandKey, journalKey } from '../../../fixtures/secrets.ts'
import { laneAt, scanCard, scanResult } from './lane-at.ts'

const marks = new CommandMarks(commandKey)
const decide = (decision: Decision) => ({ kind: 'decide', decision }) as const

describe('the kiosk’s mark', () => {
  it('lets each of its own commands be read, however a scanner writes it', () => {
    for (const command of commands) {
      expect(marks.read(marks.textOf(command))).toEqual(command)
      expect(marks.read(`]Q1${marks.textOf(command).toLowerCase()}\r\n`)).toEqual(command)
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
        if (other !== one) expect(marks.read(commandText(other, mark))).toBeNull()
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
        expect(marks.read(commandText(command!, guess))).toBeNull()
      }),
    )
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
