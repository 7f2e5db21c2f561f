import { describe, expect, it } from 'vitest'
import { commands, commandText, readCommand } from '../../../../shared/domain/command-code.ts'
import { decisionReasons, decisions } from '../../../../shared/domain/crossing/crossing.ts'

describe('command codes', () => {
  it('are read back as what they were printed for', () => {
    for (const command of commands) expect(readCommand(commandText(command))).toEqual(command)
  })

  it('are there for every decision and every reason', () => {
    for (const decision of decisions) expect(commands).toContainEqual({ kind: 'decide', decision })
    for (const code of decisionReasons) expect(commands).toContainEqual({ kind: 'reason', code })
  })

  it('differ, and fit the alphanumeric mode of a QR code', () => {
    const texts = commands.map(commandText)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
  })

  it('survive a scanner that changes the case or adds spaces', () => {
    expect(readCommand(' chot:cho-qua ')).toEqual({ kind: 'decide', decision: 'admitted' })
  })

  it('are nothing else', () => {
    for (const text of ['', 'CHOT:', 'CHOT:CHO-QUA2', 'HC1:CHOT:CHO-QUA', 'CHO-QUA'])
      expect(readCommand(text)).toBeNull()
  })
})
