import { describe, expect, it } from 'vitest'
import { exportTrace } from '../../../../renderer/screens/records/trace/trace-export.ts'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import type { TraceForm } from '../../../../renderer/screens/records/trace/trace-export.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import { Fault } from '../../../../shared/rpc/fault.ts'
import { aTraceLine, now } from './recorded.ts'

const query = { subject: { kind: 'plate', plate: '98A-123.45' }, from: 0, to: now, withinMinutes: 30 } as const
const because = { code: 'complaint', note: null } as const
const answer = { lines: [aTraceLine({ name: 'Lê Thị Cúc' })], more: false }

/** Exports where the program answers so; what was asked and what was saved, in their order. */
async function exported(given: () => Promise<Output<'crossings.export' | 'crossings.paper'>>, form: TraceForm = 'csv') {
  const happened: string[] = []
  const call = async (...asked: unknown[]): Promise<unknown> => {
    const answered = await given()
    happened.push(`answered ${JSON.stringify(asked)}`)
    return answered
  }
  const save = (name: string, content: string | Uint8Array, type: string): void =>
    void happened.push(
      `${name} ${type} ${typeof content === 'string' ? content : Buffer.from(content).toString('latin1')}`,
    )
  const outcome = await exportTrace({ call: call as never }, { query, because, mode: 'real', form, now, save })
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

  it('is saved as the report to be signed, byte for byte, where that is asked for', async () => {
    const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff])
    const { outcome, happened } = await exported(
      () => Promise.resolve({ recorded: true, pdf: pdf.toString('base64'), lines: 3 }),
      'pdf',
    )
    expect(outcome).toEqual({ saved: true, file: 'truy-vet-20261122-0742.pdf', lines: 3 })
    expect(happened).toEqual([
      `answered ${JSON.stringify(['crossings.paper', { ...query, because }])}`,
      `truy-vet-20261122-0742.pdf application/pdf ${pdf.toString('latin1')}`,
    ])
  })

  it.each(['disk-full', 'read-only', 'failed', 'unanswered', 'reason-needed', 'not-made'] as const)(
    'is not saved where it is %s',
    async (code) => {
      const { outcome, happened } = await exported(
        () =>
          code === 'unanswered' ? Promise.reject(new Fault('CLOSED', '')) : Promise.resolve({ recorded: false, code }),
        code === 'not-made' ? 'pdf' : 'csv',
      )
      expect(outcome).toEqual({ saved: false, fault: code })
      expect(happened.filter((each) => each.includes('.csv'))).toEqual([])
      for (const said of Object.values(catalogues))
        expect(said[`trace.notExported.${code}`]).toMatch(/^(CHƯA XUẤT|NOT EXPORTED):/)
    },
  )
})
