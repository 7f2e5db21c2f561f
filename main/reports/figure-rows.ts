/** Every figure of a report in rows, and what is different since the day was closed: for a file that has room for them. */
import type { ClosedDay } from '../../shared/ledger/closed-day.ts'
import type { KnownOfficer } from '../../shared/domain/report/officer-named.ts'
import type { Beside, Totals } from '../../shared/domain/report/totals.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { differencesOf, figuresOf, groupWords, notOfPart, type Figure } from '../../shared/language/report-figures.ts'
import { say } from '../../shared/language/say.ts'
import { writtenDay } from '../../shared/language/time.ts'

type Row = [label: string, text: string]

const words = {
  vi: {
    crossings: '{crossings, number} lượt',
    people: '{people, number} người',
    version: 'Ngày đã chốt',
    same: 'ngày {day}, bản {version}: số liệu đúng như đã chốt',
    changed: 'ngày {day}, bản {version}, thay bản {before}: {figures} số liệu khác',
    was: '{was} → {is}',
    nothing: 'không có',
    handling: 'Thời gian xử lý (giây)',
    spread:
      'một nửa không quá {median, number}, chín phần mười không quá {ninetieth, number}, lâu nhất {longest, number}; đo ở {measured, number} lượt',
  },
  en: {
    crossings: '{crossings, plural, one {# crossing} other {# crossings}}',
    people: '{people, plural, one {# person} other {# people}}',
    version: 'Closed day',
    same: 'day {day}, version {version}: the figures are those that it was closed with',
    changed: 'day {day}, version {version}, in place of version {before}: {figures} figures differ',
    was: '{was} → {is}',
    nothing: 'none',
    handling: 'Handling time (seconds)',
    spread:
      'half of them at most {median, number}, nine in ten at most {ninetieth, number}, the longest {longest, number}; {measured, number} crossings measured',
  },
} as const satisfies Record<Locale, Record<string, string>>

function counted(locale: Locale, figure: Pick<Figure, 'crossings' | 'people'> | null): string {
  const word = words[locale]
  if (figure === null) return word.nothing
  const { crossings, people } = figure
  if (crossings === null && people === null) return notOfPart[locale]
  return [
    ...(crossings === null ? [] : [say(locale, word.crossings, { crossings })]),
    ...(people === null ? [] : [say(locale, word.people, { people })]),
  ].join(', ')
}

const labelOf = (locale: Locale, { group, label }: Pick<Figure, 'group' | 'label'>): string =>
  `${groupWords[locale][group]}: ${label}`

/** All figures, one in a row. @param officers whose rank and name stand beside their number */
export function figureRows(locale: Locale, totals: Totals, beside: Beside, officers: readonly KnownOfficer[]): Row[] {
  const word = words[locale]
  const figures = figuresOf(locale, totals, beside, officers)
  return [
    ...figures.map((figure): Row => [labelOf(locale, figure), counted(locale, figure)]),
    ...(totals.handling ? [[word.handling, say(locale, word.spread, { ...totals.handling })] as Row] : []),
  ]
}

/** A figure that is not as it was: what it is called, what it was and what it is. */
export interface ChangedFigure {
  label: string
  was: string
  is: string
}

/** Each figure that the last version of a closed day had otherwise. */
export function changedSince(locale: Locale, closed: ClosedDay, totals: Totals, beside: Beside): ChangedFigure[] {
  const before = figuresOf(locale, closed.totals, closed.beside)
  return differencesOf(before, figuresOf(locale, totals, beside)).map((each) => ({
    label: labelOf(locale, each),
    was: counted(locale, each.was),
    is: counted(locale, each.is),
  }))
}

/** Which version of a closed day this is, and each figure that the one before had otherwise. @param closed the last version */
export function versionRows(locale: Locale, closed: ClosedDay, totals: Totals, beside: Beside): Row[] {
  const word = words[locale]
  const day = writtenDay(closed.day)
  const changed = changedSince(locale, closed, totals, beside)
  if (changed.length === 0) return [[word.version, say(locale, word.same, { day, version: closed.version })]]
  const said = { day, version: closed.version + 1, before: closed.version, figures: changed.length }
  return [
    [word.version, say(locale, word.changed, said)],
    ...changed.map(({ label, was, is }): Row => [label, say(locale, word.was, { was, is })]),
  ]
}
