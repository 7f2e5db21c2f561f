/** What a checkpoint believes, changed before the program starts: the files of its trust folder. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import shipped from '../../resources/policy.json' with { type: 'json' }

const keySetSchema = v.looseObject({ published: v.string(), keys: v.array(v.unknown()) })
type KeySet = v.InferOutput<typeof keySetSchema>

function changeKeySet(profile: string, change: (set: KeySet) => KeySet): void {
  const file = join(profile, 'trust', 'keys.json')
  writeFileSync(file, JSON.stringify(change(v.parse(keySetSchema, JSON.parse(readFileSync(file, 'utf8'))))))
}

/** Dates the keys. @param published epoch milliseconds */
export function dateKeys(profile: string, published: number): void {
  changeKeySet(profile, (set) => ({ ...set, published: new Date(published).toISOString() }))
}

/** Believes one key more: a JWK with its `issuer`. */
export function believeKey(profile: string, jwk: object): void {
  changeKeySet(profile, (set) => ({ ...set, keys: [...set.keys, jwk] }))
}

/** Sets after how many hours keys count as ageing, old and unusable. */
export function setKeyAges(profile: string, [ageing, old, unusable]: readonly [number, number, number]): void {
  const keys = { ageingAfterHours: ageing, oldAfterHours: old, unusableAfterHours: unusable }
  const policy = { ...shipped, ages: { ...shipped.ages, keys } }
  writeFileSync(join(profile, 'trust', 'policy.json'), JSON.stringify(policy))
}

/** Sets within how many minutes the same vehicle or person is asked about. */
export function setRepeatWithin(profile: string, repeatWithinMinutes: number): void {
  writeFileSync(join(profile, 'trust', 'policy.json'), JSON.stringify({ ...shipped, repeatWithinMinutes }))
}
