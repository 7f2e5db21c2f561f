import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLatestAnswer, type Answered } from '../../../../renderer/screens/records/latest-answer.ts'
import { emptySearch, readSearch, type SearchFields } from '../../../../renderer/screens/records/search/search-query.ts'
import { personOfScan, searchTextOf } from '../../../../renderer/screens/records/scanned-text.ts'
import { typedDay } from '../../../../renderer/ui/typed-days.ts'
import { codeOf } from '../../../fixtures/certificates.ts'
import { now } from './recorded.ts'

const readOf = (changes: Partial<SearchFields>) => readSearch({ ...emptySearch, ...changes })
const instant = (day: string): number => Date.parse(`${day}T00:00:00+07:00`)

describe('the search', () => {
  it('asks for everything where nothing is filled in', () => {
    expect(readOf({})).toEqual({ ok: true, query: { text: '', from: null, to: null, decision: null, direction: null } })
  })

  it('takes both days as a whole, in Viet Nam’s calendar', () => {
    expect(readOf({ text: ' 98A ', from: '21/11/2026', to: '22.11.2026' })).toMatchObject({
      query: { text: '98A', from: instant('2026-11-21'), to: instant('2026-11-23') },
    })
  })

  it.each([
    ['from', { from: '31/02/2026' }],
    ['from', { from: '2026' }],
    ['to', { to: 'mai' }],
    ['order', { from: '22/11/2026', to: '21/11/2026' }],
  ] as const)('names the field that is no day: %s', (fault, fields) => {
    expect(readOf(fields)).toEqual({ ok: false, fault })
  })

  it('is never longer than the program takes', () => {
    expect(readOf({ text: 'x'.repeat(500) })).toMatchObject({ query: { text: 'x'.repeat(120) } })
  })
})

describe('a typed day', () => {
  it('is written as it is read', () => {
    expect(typedDay(now)).toBe('22/11/2026')
    expect(typedDay(now, -29)).toBe('24/10/2026')
  })
})

describe('a card that is scanned into the search', () => {
  const card = '024099001234|012345678|Nguyễn Văn An|26021999|Nam|Bắc Giang|01012021'
  const an = { number: '024099001234', name: 'Nguyễn Văn An', birthDate: '1999-02-26' }

  it('names the person whom it is of', () => {
    expect(personOfScan(card)).toEqual(an)
    expect(personOfScan(codeOf())).toBeNull()
  })

  it('looks for the number, else for the name', () => {
    expect(searchTextOf(an)).toBe('024099001234')
    expect(searchTextOf({ ...an, number: null })).toBe('Nguyễn Văn An')
  })
})

describe('asking while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function asking() {
    const asked = new Map<string, { answer: (value: string) => void; fail: () => void }>()
    const heard: [Answered<string>, string][] = []
    const call = (question: string): Promise<string> =>
      new Promise((resolve, reject) => asked.set(question, { answer: resolve, fail: () => reject(new Error('no')) }))
    const latest = openLatestAnswer(call, (answered, question) => heard.push([answered, question]), 150)
    return { latest, asked, heard }
  }

  it('waits until nobody types', async () => {
    const { latest, asked } = asking()
    latest.ask('9')
    await vi.advanceTimersByTimeAsync(149)
    latest.ask('98')
    await vi.advanceTimersByTimeAsync(149)
    expect([...asked.keys()]).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect([...asked.keys()]).toEqual(['98'])
  })

  it('hears only the answer to the last question, however late the one before comes', async () => {
    const { latest, asked, heard } = asking()
    latest.ask('98')
    await vi.advanceTimersByTimeAsync(150)
    latest.ask('98A')
    await vi.advanceTimersByTimeAsync(150)
    asked.get('98A')?.answer('one')
    asked.get('98')?.answer('many')
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).toEqual([[{ kind: 'answered', answer: 'one' }, '98A']])
  })

  it('says so where there is no answer', async () => {
    const { latest, asked, heard } = asking()
    latest.ask('98')
    await vi.advanceTimersByTimeAsync(150)
    asked.get('98')?.fail()
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).toEqual([[{ kind: 'failed' }, '98']])
  })

  it('hears nothing once it is closed', async () => {
    const { latest, asked, heard } = asking()
    latest.ask('98')
    await vi.advanceTimersByTimeAsync(150)
    latest.close()
    asked.get('98')?.answer('late')
    await vi.advanceTimersByTimeAsync(0)
    expect(heard).toEqual([])
  })
})
