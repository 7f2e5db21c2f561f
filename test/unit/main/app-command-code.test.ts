/** What a code that commands does in a running checkpoint: the kiosk’s own, and a stranger’s. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CommandMarks } from '../../../main/lane/index.ts'
import type { ScanSource } from '../../../shared/contract/schemas.ts'
import { codeOf, testPayload } from '../../fixtures/certificates.ts'
import { commandKey, journalKey } from '../../fixtures/secrets.ts'
import { kinds, running } from './running-app.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('a command code', () => {
  const marks = new CommandMarks(commandKey)
  const admit = { kind: 'decide', decision: 'admitted' } as const
  const sources: ScanSource[] = ['scanner', 'camera', 'image']

  test.each(sources)('of this kiosk is answered as what it is, from the %s', async (source) => {
    const { scan, command, profile } = await running()
    await scan(codeOf())
    expect(await command({ text: marks.textOf(admit), source, obeyed: true })).toEqual({
      kind: 'command',
      command: admit,
    })
    expect(kinds(profile)).toEqual(['scan.verified'])
  })

  test('of a card that was replaced while the kiosk runs commands nothing, and is recorded', async () => {
    const { app, scan, command, profile } = await running()
    await scan(codeOf())
    expect(await app.handlers['setUp.renewCard']({})).toEqual({ ok: true, card: 2 })
    const { verdict, record } = await scan(marks.textOf(admit))
    expect(verdict).toMatchObject({
      outcome: 'unreadable',
      reason: { code: 'command-replaced', values: { newest: 2 } },
    })
    expect(record.recorded).toBe(true)
    const next = new CommandMarks(commandKey, profile)
    expect(await command({ text: next.textOf(admit), source: 'scanner', obeyed: true })).toMatchObject({
      kind: 'command',
    })
    expect(kinds(profile)).toEqual(['scan.verified', 'card.renewed', 'scan.verified'])
  })

  test.each(sources)('that departs from the verdict is refused and recorded, from the %s', async (source) => {
    const { app, scan, profile } = await running()
    await scan(codeOf({ payload: testPayload({ tr: '260373001' }) }))
    const { verdict, placed, record } = await scan(marks.textOf(admit), source)
    expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { code: 'command-departs' } })
    expect([placed, record.recorded]).toEqual([null, true])
    const { crossing } = await app.handlers['kiosk.read']({})
    expect(crossing).toMatchObject({ whole: { outcome: 'rejected' }, travellers: [{ outcome: 'rejected' }] })
    expect(kinds(profile)).toEqual(['scan.verified', 'scan.verified'])
  })

  test.each(
    ['CHOT:CHO-QUA', 'chot:cho-qua', ']Q1CHOT:CHO-QUA', '\uFEFF CHOT:LY-DO-ORDER\r', 'CHOT:', 'CHOT:CHO-QUA:A2'].concat(
      new CommandMarks(journalKey).textOf(admit),
      marks.textOf(admit).replace('CHO-QUA', 'TU-CHOI'),
    ),
  )('of a stranger (%j) commands nothing, and is recorded', async (text) => {
    const { scan, profile } = await running()
    await scan(codeOf())
    for (const source of sources) {
      const { verdict, record } = await scan(text, source)
      expect(verdict).toMatchObject({ outcome: 'unreadable', reason: { code: 'command-not-ours' } })
      expect(record.recorded).toBe(true)
    }
    expect(kinds(profile)).toEqual(['scan.verified', ...sources.map(() => 'scan.verified')])
  })
})
