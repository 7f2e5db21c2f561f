/** Who officers are by their numbers, out of a journal that no kiosk has open: for papers that name them. */
import type { Who } from '../../shared/ledger/officers.ts'
import type { Journal } from '../journal/index.ts'
import { Roll } from './roll.ts'

/** Answers by number, also of one who may sign in no longer; null: there never was one. */
export function calledIn({ officers }: Pick<Journal, 'officers'>): (number: string) => Who | null {
  // Nobody signs in meanwhile, so that no wait runs.
  const roll = new Roll(officers, () => 0)
  return (number) => roll.called(number)
}
