/** Makes columns of each type, so that the tables of them read as tables. */
import type { Sentences } from '../../shared/language/locale.ts'
import type { ChoiceColumn, IntegerColumn, TextColumn, WallTimeColumn } from './column.ts'
import type { Mask } from './mask.ts'

export const said = (vi: string, en: string): Sentences => ({ vi, en })

type About = 'crossing' | 'traveller'

export const own = (
  of: About,
  key: string,
  heading: Sentences,
  width: number,
  value: TextColumn['value'],
): TextColumn => ({
  type: 'text',
  of,
  key,
  heading,
  width,
  value,
  mask: null,
  foreign: false,
})

export const foreign = (of: About, key: string, heading: Sentences, width: number, value: TextColumn['value']) => ({
  ...own(of, key, heading, width, value),
  foreign: true,
})

export const personal = (
  of: About,
  key: string,
  heading: Sentences,
  width: number,
  mask: Mask,
  value: TextColumn['value'],
): TextColumn => ({ ...foreign(of, key, heading, width, value), mask })

export const choice = (
  of: About,
  key: string,
  heading: Sentences,
  width: number,
  words: ChoiceColumn['words'],
  value: ChoiceColumn['value'],
): ChoiceColumn => ({ type: 'choice', of, key, heading, width, words, value })

export const integer = (
  of: About,
  key: string,
  heading: Sentences,
  total: boolean,
  value: IntegerColumn['value'],
): IntegerColumn => ({ type: 'integer', of, key, heading, width: 9, total, value })

/** The zone stands in the heading: a spreadsheet has none, and a reader must know. */
export const wallTime = (
  of: About,
  key: string,
  { vi, en }: Sentences,
  value: WallTimeColumn['value'],
): WallTimeColumn => ({
  type: 'wall-time',
  of,
  key,
  heading: said(`${vi} (giờ Việt Nam, +07:00)`, `${en} (Viet Nam time, +07:00)`),
  width: 20,
  value,
})
