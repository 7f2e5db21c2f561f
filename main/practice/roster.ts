/** Who works at a practice post: made-up officers of every role, who all have the one PIN that is told to whoever practises. */
import type { TypedWho } from '../../shared/contract/officers.ts'
import { chance } from './chance.ts'
import { drawName } from './names.ts'

/** Printed and documented: it protects nothing. */
export const practicePin = '739164'

const posts = [
  { number: '1001', rank: 'Đại úy', role: 'supervisor' },
  { number: '1002', rank: 'Thiếu tá', role: 'supervisor' },
  { number: '1011', rank: 'Thượng úy', role: 'officer' },
  { number: '1012', rank: 'Trung úy', role: 'officer' },
  { number: '1013', rank: 'Thiếu úy', role: 'officer' },
  { number: '1091', rank: 'Trung úy', role: 'it' },
  { number: '1092', rank: 'Trung tá', role: 'auditor' },
] as const satisfies readonly Pick<TypedWho, 'number' | 'rank' | 'role'>[]

/** Officers are not drawn with the days, nor with who passes. */
const ofOfficers = 0x0ff1ce

/** The officers of a seed; the first appoints the others. */
export function rosterOf(seed: number): readonly [TypedWho, ...TypedWho[]] {
  const draw = chance(seed + ofOfficers)
  const [first, ...others] = posts.map((post): TypedWho => ({ ...post, name: drawName(draw, draw() < 0.8) }))
  if (!first) throw new Error('a post has somebody')
  return [first, ...others]
}
