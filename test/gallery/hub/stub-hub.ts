/** A hub that only answers: what a state says, else as on an everyday morning. */
import { pagePaths } from '../../../shared/hub-api/page-paths.ts'
import { refusalStatus, type RefusalCode } from '../../../shared/hub-api/refusal.ts'
import type { Fetch } from '../../../hub/renderer/api/ask.ts'
import { admin, everyKind, someAlerts, somePosts } from './a-hub.ts'

/** By method and path: the body of an answer. */
export type HubAnswers = Readonly<Record<string, () => Response | Promise<Response>>>

export const answers = (body: object): Response => Response.json(body)

export const refuses = (code: RefusalCode, seconds?: number): Response =>
  Response.json({ code, ...(seconds && { seconds }) }, { status: refusalStatus[code] })

/** Nothing answers at that address. */
export function unreachable(): never {
  throw new TypeError('fetch failed')
}

const everyday: HubAnswers = {
  [`GET ${pagePaths.session}`]: () => answers(admin),
  [`GET ${pagePaths.posts}`]: () => answers(somePosts(everyKind)),
  [`GET ${pagePaths.alerts}`]: () => answers([...someAlerts]),
}

/** @throws where nobody has said what it answers */
export function stubHub(given: HubAnswers): Fetch {
  const all: HubAnswers = { ...everyday, ...given }
  return async (path, { method = 'GET' }) => {
    const answer = all[`${method} ${path}`]
    if (!answer) throw new Error(`nobody said what ${method} ${path} answers`)
    return answer()
  }
}
