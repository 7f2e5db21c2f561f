/** The one place where health details are cut by role: each method that answers with them, and how much of them an officer gets. */
import type { Handlers } from '../shared/contract/contract.ts'
import type { Caller } from '../shared/contract/role.ts'
import { crossingAsFar, verdictAsFar } from '../shared/domain/finding/health-details.ts'

/** Who sees all that is kept: whoever oversees, and anybody while there are no officers. */
const seeAll: ReadonlySet<Caller> = new Set(['unclaimed', 'supervisor'])

/** The same handlers, which answer as far as the verdict where whoever calls sees no more. @param caller whose call it is */
export function cutHealthDetails(handlers: Handlers, caller: () => Caller): Handlers {
  return {
    ...handlers,
    async 'scan.verify'(input) {
      const answer = await handlers['scan.verify'](input)
      if (seeAll.has(caller()) || answer.kind !== 'verdict') return answer
      return { ...answer, verdict: verdictAsFar(answer.verdict) }
    },
    async 'crossing.read'(input) {
      const read = await handlers['crossing.read'](input)
      if (seeAll.has(caller()) || read.kind !== 'found' || !read.answer) return read
      return { ...read, answer: { ...read.answer, crossing: crossingAsFar(read.answer.crossing) } }
    },
  }
}
