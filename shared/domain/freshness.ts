/** How fresh what we believe is: each of keys, rules and revocations on its own ladder. */
import type { AgeLadder, CheckpointPolicy } from './checkpoint-policy.ts'

const hour = 3_600_000

export const artefacts = ['keys', 'rules', 'revocations'] as const
export type Artefact = (typeof artefacts)[number]

/** Steps of the ladder, the freshest first. */
export const freshnesses = ['fresh', 'ageing', 'old', 'unusable'] as const
export type Freshness = (typeof freshnesses)[number]

/** When each artefact was published, epoch milliseconds; null where it has no date and no age is asked of it. */
export type Published = Readonly<Record<Artefact, number | null>>

/** One artefact's place on its ladder. */
export interface ArtefactAge {
  artefact: Artefact
  freshness: Freshness
  /** Whole hours since it was published; 0 where that lies ahead of our clock. */
  hours: number
}

/** The step that an age has reached. Each bound still belongs to the better step. @param age milliseconds */
export function freshnessOf(age: number, ladder: AgeLadder): Freshness {
  if (age > ladder.unusableAfterHours * hour) return 'unusable'
  if (age > ladder.oldAfterHours * hour) return 'old'
  return age > ladder.ageingAfterHours * hour ? 'ageing' : 'fresh'
}

/** The ages of all dated artefacts at `now` (epoch milliseconds), in their order. */
export function artefactAges(published: Published, ages: CheckpointPolicy['ages'], now: number): ArtefactAge[] {
  return artefacts.flatMap((artefact) => {
    const date = published[artefact]
    if (date === null) return []
    const age = Math.max(0, now - date)
    return [{ artefact, freshness: freshnessOf(age, ages[artefact]), hours: Math.floor(age / hour) }]
  })
}

/** The artefact that is worst off; of equals the first. Null where none is dated. */
export function worstAge(ages: readonly ArtefactAge[]): ArtefactAge | null {
  const rank = ({ freshness }: ArtefactAge): number => freshnesses.indexOf(freshness)
  return ages.reduce<ArtefactAge | null>((worst, age) => (!worst || rank(age) > rank(worst) ? age : worst), null)
}
