import { describe, expect, it } from 'vitest'
import {
  isBegun,
  noPin,
  pinDraftFault,
  readWho,
  usualRanks,
  type WhoDraft,
} from '../../../../renderer/screens/officers/officer-draft.ts'
import { typedWhoSchema } from '../../../../shared/contract/officers.ts'
import * as v from 'valibot'

const whole: WhoDraft = { number: '204117', name: ' Trần Quốc Hùng ', rank: 'Đại úy', role: 'supervisor' }

describe('who an officer is', () => {
  it('is read without the blanks around it, as the contract takes it', () => {
    const read = readWho(whole)
    expect(read).toEqual({ ok: true, who: { ...whole, name: 'Trần Quốc Hùng' } })
    if (read.ok) expect(v.is(typedWhoSchema, read.who)).toBe(true)
  })

  it.each([
    ['number', { number: '' }],
    ['number', { number: '12345678901' }],
    ['name', { name: '  ' }],
    ['rank', { rank: '' }],
    ['role', { role: null }],
  ] as const)('lacks its %s', (fault, changed) => {
    expect(readWho({ ...whole, ...changed })).toEqual({ ok: false, fault })
  })

  it('has a rank that the contract takes, whichever of the usual ones it is', () => {
    for (const rank of usualRanks) expect(v.is(typedWhoSchema, { ...whole, rank })).toBe(true)
  })
})

describe('a form', () => {
  it('is half filled once something is typed that was not there, and not by being opened', () => {
    expect(isBegun(whole, whole, noPin)).toBe(false)
    expect(isBegun(whole, { ...whole, rank: 'Thiếu tá' }, noPin)).toBe(true)
    expect(isBegun(whole, whole, { ...noPin, pin: '7' })).toBe(true)
    expect(isBegun(whole, whole, { ...noPin, means: 'number' })).toBe(false)
  })
})

describe('a new PIN', () => {
  const typed = (pin: string, again = pin) => pinDraftFault({ ...noPin, pin, again }, '204117')

  it('is typed twice, and the same', () => {
    expect(typed('739164')).toBeNull()
    expect(typed('739164', '739165')).toBe('again')
    expect(typed('739164', '')).toBe('again')
  })

  it('is none that is guessed first, and is not shorter than it has to be', () => {
    expect(typed('12345')).toBe('pin-length')
    expect(typed('123456')).toBe('pin-pattern')
    expect(typed('204117')).toBe('pin-own-number')
  })
})
