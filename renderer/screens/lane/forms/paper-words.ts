/** A result on paper in words: whose it is, what can be chosen of it, what was typed of it. */
import type { ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import { shownText } from '../../../../shared/language/shown-text.ts'
import type { Speak } from '../../../i18n/catalogue.ts'
import type { Choice } from '../../../keys/key-map.ts'

interface PaperChoice<T> {
  value: T
  word: string
  deed: Choice | null
}

const results = [
  ['negative', 'choice.1'],
  ['positive', 'choice.2'],
  ['unknown', 'choice.3'],
] as const
const methods = [
  ['naat', 'choice.4'],
  ['rapid-antigen', 'choice.5'],
  ['unknown', 'choice.6'],
] as const

/** The results, by figures while `byFigure`. */
export function resultChoices(speak: Speak, byFigure: boolean): PaperChoice<PaperResult['result']>[] {
  return results.map(([value, deed]) => ({ value, word: speak(`paper.result.${value}`), deed: byFigure ? deed : null }))
}

/** The methods, by figures while `byFigure`: those with which no time of the day begins, if it is written with four. */
export function methodChoices(speak: Speak, byFigure: boolean): PaperChoice<PaperResult['method']>[] {
  return methods.map(([value, deed]) => ({ value, word: speak(`paper.method.${value}`), deed: byFigure ? deed : null }))
}

/** Whose paper it is: the name as documents print it, and the year of birth. */
export function sayPaperOf(speak: Speak, { name, birthDate }: Pick<ShownTraveller, 'name' | 'birthDate'>): string {
  if (name === null) return speak('paper.ofUnnamed')
  const who = shownText(name).toLocaleUpperCase('vi')
  return speak('paper.of', { who: birthDate === null ? who : `${who} · ${shownText(birthDate.slice(0, 4))}` })
}

/** What was typed of a paper, in one line: the result, then what else it says. */
export function sayPaper(speak: Speak, paper: PaperResult): string {
  const { result, method, sampledAt, number, laboratory } = paper
  const parts = [
    speak(`paper.said.${result}`),
    method === 'unknown' ? null : speak(`paper.method.${method}`),
    sampledAt === null ? null : speak('paper.said.sampled', { sampledAt }),
    number === null ? null : speak('paper.said.number', { number: shownText(number) }),
    laboratory === null ? null : shownText(laboratory),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
