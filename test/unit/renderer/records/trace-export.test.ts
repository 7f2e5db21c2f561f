import { describe, expect, it } from 'vitest'
import { exportTrace } from '../../../../renderer/screens/records/trace-export.ts'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import { Fault } from '../../../../shared/rpc/fault.ts'
import { aTraceLine, now } from './recorded.ts'

const query = { subject: { kind: 'plate', plate: '98A-123.45' }, from: 0, to: now, withinMinutes: 30 } as const
const because = { code: 'complaint', note: null } as const
const answer = { lines: [aTraceLine({ name: 'Lê Thị Cúc' })], more: false }

/** Exports where the program answers so; what was asked and what was saved, in their order. */
async function exported(given: () => Promise<Output<'crossings.export'>>) {
  const happened: string[] = []
  const call = async (...asked: unknown[]): Promise<unknown> => {
    const answered = await given()
    happened.push(`answered ${JSON.stringify(asked)}`)
    return answered
  }
  const save = (name: string, text: string, type: string): void => void happened.push(`${name} ${type} ${text}`)
  const outcome = await exportTrace({ call: call as never }, { query, because, mode: 'real', now, save })
  return { outcome, happened }
}

describe('a trace', () => {
  it('is saved as the program gives it, after that is in the journal', async () => {
    const { outcome, happened } = await exported(() => Promise.resolve({ recorded: true, answer }))
    expect(outcome).toEqual({ saved: true, file: 'truy-vet-20261122-0742.csv', lines: 1 })
    expect(happened).toEqual([
      `answered ${JSON.stringify(['crossings.export', { ...query, because }])}`,
      expect.stringMatching(/^truy-vet-20261122-0742\.csv text\/csv;charset=utf-8 .*Lê Thị Cúc/s),
    ])
  })

  it.each(['disk-full', 'read-only', 'failed', 'unanswered', 'reason-needed'] as const)(
    'is not saved where it is %s',
    async (code) => {
      const { outcome, happened } = await exported(() =>
        code === 'unanswered' ? Promise.reject(new Fault('CLOSED', '')) : Promise.resolve({ recorded: false, code }),
      )
      expect(outcome).toEqual({ saved: false, fault: code })
      expect(happened.filter((each) => each.includes('.csv'))).toEqual([])
      for (const said of Object.values(catalogues))
        expect(said[`trace.notExported.${code}`]).toMatch(/^(CHƯA XUẤT|NOT EXPORTED):/)
    },
  )
})
