/** Asks the hub one thing: what it answers, read by its schema, or why there is no answer. Same origin, by the session's cookie. */
import * as v from 'valibot'
import { pageHeader } from '../../../shared/hub-api/page-paths.ts'
import { refusalSchema, type RefusalCode } from '../../../shared/hub-api/refusal.ts'

/** Why nothing came of it. `unreached`: no hub answered. `seconds`: of `wait`. */
export interface NotDone {
  done: false
  why: RefusalCode | 'unreached'
  seconds: number
}
export type Answer<T> = { done: true; value: T } | NotDone

/** What the page uses of `fetch`. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>

interface Question<S extends v.GenericSchema> {
  path: string
  method?: 'GET' | 'POST' | 'DELETE'
  body?: object
  schema: S
}

/** How long an answer is waited for. Milliseconds. */
const patience = 30_000

const unreached: NotDone = { done: false, why: 'unreached', seconds: 0 }

/** Asks it. Something that is no answer of a hub's (a proxy's page, half an answer) is as none at all. */
export async function ask<S extends v.GenericSchema>(
  fetch: Fetch,
  { path, method = 'GET', body, schema }: Question<S>,
): Promise<Answer<v.InferOutput<S>>> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: { ...pageHeader, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const said: unknown = text === '' ? null : JSON.parse(text)
    if (response.ok) {
      const read = v.safeParse(schema, said)
      return read.success ? { done: true, value: read.output } : unreached
    }
    const { code, seconds = 0 } = v.parse(refusalSchema, said)
    return { done: false, why: code, seconds }
  } catch {
    return unreached
  }
}
