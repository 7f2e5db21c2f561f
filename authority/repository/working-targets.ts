/** What the next publication holds, checked as a checkpoint would: what no checkpoint could use is not signed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { keyFromJwk, parseRevocations, revocationFaults, trustTargetLimits } from '../../main/trust/index.ts'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { Reason } from '../../main/terminal/index.ts'
import { checkpointPolicySchema } from '../../shared/domain/checkpoint-policy.ts'
import { readValueSets } from '../../shared/rules/value-sets.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import { rulesProblem } from './rule-file.ts'

/** A file to publish. */
export interface WorkingTarget {
  name: string
  bytes: Buffer
}

function keysProblem(content: unknown): Error | null {
  const set = v.safeParse(v.looseObject({ keys: v.array(v.unknown()) }), content)
  if (!set.success) return new Reason({ vi: 'không phải bộ khóa JWK', en: 'is not a JWK set' })
  for (const [index, jwk] of set.output.keys.entries()) {
    try {
      keyFromJwk(jwk)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return new Reason({ vi: `khóa ${index + 1}: ${why}`, en: `key ${index + 1}: ${why}` })
    }
  }
  return null
}

function valueSetsProblem(content: unknown): Error | null {
  if (!Array.isArray(content))
    return new Reason({ vi: 'không phải danh sách bộ giá trị', en: 'is not a list of value sets' })
  const reading = readValueSets(content)
  if (reading.ok) return null
  const { place, why } = reading
  return new Reason({ vi: `bộ giá trị ${place + 1}: ${why.vi}`, en: `value set ${place + 1}: ${why.en}` })
}

function policyProblem(content: unknown): Error | null {
  const parsed = v.safeParse(checkpointPolicySchema, content)
  return parsed.success ? null : new v.ValiError(parsed.issues)
}

function revocationsProblem(bytes: Buffer): Error | null {
  const answer = parseRevocations(bytes)
  return answer.ok ? null : new Reason(revocationFaults[answer.why])
}

function sizeProblem(name: string, bytes: Buffer): Error | null {
  const limit = trustTargetLimits.get(name) ?? 0
  return bytes.length <= limit
    ? null
    : new Reason({
        vi: `lớn hơn ${limit} byte mà chốt nhận`,
        en: `is larger than the ${limit} bytes that a checkpoint takes`,
      })
}

const fromJson =
  (problem: (content: unknown) => Error | null) =>
  (bytes: Buffer): Error | null => {
    let content: unknown
    try {
      content = parseJsonBytes(bytes)
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error))
    }
    return problem(content)
  }

/** The files that are published, with what says whether one may be. */
export const publishable: ReadonlyMap<string, (bytes: Buffer) => Error | null> = new Map([
  ['keys.json', fromJson(keysProblem)],
  ['rules.json', fromJson(rulesProblem)],
  ['value-sets.json', fromJson(valueSetsProblem)],
  ['policy.json', fromJson(policyProblem)],
  ['revocations.bin', revocationsProblem],
])

/**
 * Reads and checks the working targets that are there.
 * @throws Failure `target-unusable`
 */
export function readWorkingTargets(home: Home): WorkingTarget[] {
  const targets: WorkingTarget[] = []
  for (const [name, problem] of publishable) {
    const file = join(home.working, name)
    if (!existsSync(file)) continue
    const bytes = readNamedFile(file)
    const cause = sizeProblem(name, bytes) ?? problem(bytes)
    if (cause !== null) throw failure('target-unusable', { file: name }, { cause })
    targets.push({ name, bytes })
  }
  return targets
}
