/** A lane as whoever asks for a report types it. */
import { expect, test } from 'vitest'
import { laneNamed } from '../../../../shared/domain/report/lane-named.ts'

const known = ['2', 'Làn 1', 'xe tải']

test.each([
  ['2', '2'],
  [' làn 2 ', '2'],
  ['Lane 2', '2'],
  ['1', 'Làn 1'],
  ['lan 1', 'Làn 1'],
  ['XE TAI', 'xe tải'],
])('“%s” is lane “%s”', (typed, lane) => expect(laneNamed(typed, known)).toBe(lane))

test.each(['3', '', 'xe'])('“%s” is none of them', (typed) => expect(laneNamed(typed, known)).toBeNull())
