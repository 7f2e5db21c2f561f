import { describe, expect, it } from 'vitest'
import { firstChoice, nextChoice } from '../../../../renderer/screens/lane/forms/plate-choice.ts'
import { readTypedDate, readTypedInstant } from '../../../../renderer/ui/typed-times.ts'
import { readPeople } from '../../../../renderer/screens/lane/forms/people-form.tsx'
import { formatInstant } from '../../../../shared/language/time.ts'
import { now } from './scan-answer.ts'

describe('Enter in the plate’s field', () => {
  it('takes the first plate of today that a few characters may mean', () => {
    expect(firstChoice('345', ['99-G1 345.67', '98A-345.01'])).toBe(0)
  })

  it('takes what was typed where nothing of today fits', () => {
    expect(firstChoice('345', [])).toBeNull()
  })

  it('takes a whole plate as typed, though a longer one of today begins like it', () => {
    expect(firstChoice('98A-1234', ['98A-123.45'])).toBeNull()
  })

  it('takes the very plate that was typed, wherever it stands in the list', () => {
    expect(firstChoice('98a12345', ['98A-123.46', '98A-123.45'])).toBe(1)
  })

  it('takes the one that the arrows moved to; above the first stands what was typed', () => {
    expect(nextChoice(null, 1, 3)).toBe(0)
    expect(nextChoice(2, 1, 3)).toBe(2)
    expect(nextChoice(0, -1, 3)).toBeNull()
  })
})

describe('a birth date as typed', () => {
  it('is a day or a year alone', () => {
    expect(['12/03/1999', '12.3.1999', '12031999', ' 1999 '].map(readTypedDate)).toEqual([
      '1999-03-12',
      '1999-03-12',
      '1999-03-12',
      '1999',
    ])
  })

  it('is none where there is no such day', () => {
    expect(['31/02/1999', '1999-03-12', '12/03/99', 'hai'].map(readTypedDate)).toEqual([null, null, null, null])
  })
})

describe('the time of a sample as typed', () => {
  const read = (text: string): string | null => {
    const instant = readTypedInstant(text, now)
    return instant === null ? null : formatInstant(instant)
  }

  it('is a time and a day in Viet Nam, in either order', () => {
    expect(read('7:30 21/11/2026')).toBe('07:30 21/11/2026')
    expect(read('21/11/2026 07:30')).toBe('07:30 21/11/2026')
    expect(read('7h30 21/11')).toBe('07:30 21/11/2026')
  })

  it('is written in bare figures too, the time first', () => {
    expect(['0730', '0730 2111', '07302111', '0730 21112026', '0730 21/11', '21/11 0730'].map(read)).toEqual([
      '07:30 22/11/2026',
      ...Array<string>(5).fill('07:30 21/11/2026'),
    ])
  })

  it('is the latest that is not ahead: of today or yesterday, of this year or the last', () => {
    expect(read('6h')).toBe('06:00 22/11/2026')
    expect(['0742', '0743', '2300'].map(read)).toEqual(['07:42 22/11/2026', '07:43 21/11/2026', '23:00 21/11/2026'])
    expect(read('20:00 31/12')).toBe('20:00 31/12/2025')
  })

  it('is none where it is no time, or no day', () => {
    expect(['25:00', '2530', '0760', '730', '7:30 31/11', '2211 0730', '07302', '22/11', ''].map(read)).toEqual(
      Array(9).fill(null),
    )
  })
})

describe('the number of people as typed', () => {
  it('is a count, nothing, or no number at all', () => {
    expect(['45', '', '0', '4,5', 'bốn'].map(readPeople)).toEqual([45, null, undefined, undefined, undefined])
  })
})
