/** The calling side of the contract over any Wire. */
import * as v from 'valibot'
import {
  events,
  methods,
  type Client,
  type Event,
  type EventPayload,
  type Input,
  type Method,
  type Output,
} from '../contract/contract.ts'
import { Fault } from './fault.ts'
import { answerSchema, eventSchema, type Answer } from './message.ts'
import type { Wire } from './wire.ts'

interface Pending {
  settle(answer: Answer): void
  fail(fault: Fault): void
}

const isEvent = (name: string): name is Event => Object.hasOwn(events, name)

/**
 * Calls the contract over `wire`. A call rejects with a `Fault`: the one the other side answered with, or `CLOSED` once
 * the wire or the client has closed. It waits for as long as the wire is open, for an answer that comes late is still
 * the answer; and it is never sent twice: whether the other side did the work of a call without one cannot be known.
 */
export function connect(wire: Wire): Client {
  const pending = new Map<number, Pending>()
  const listeners = new Map<Event, Set<(payload: unknown) => void>>()
  let next = 0
  let open = true

  function arrived(message: unknown): void {
    const answer = v.safeParse(answerSchema, message)
    if (answer.success) return pending.get(answer.output.id)?.settle(answer.output)
    const event = v.safeParse(eventSchema, message)
    if (!event.success || !isEvent(event.output.event)) return
    for (const hear of listeners.get(event.output.event) ?? []) hear(event.output.payload)
  }

  const stopHearing = wire.onMessage(arrived)
  const close = (): void => {
    if (!open) return
    open = false
    stopHearing()
    for (const waiting of pending.values())
      waiting.fail(new Fault('CLOSED', 'The connection closed before an answer came.'))
  }
  wire.onClose(close)

  function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    if (!open) return Promise.reject(new Fault('CLOSED', 'The connection is closed.'))
    const id = next
    next += 1
    return new Promise((resolve, reject) => {
      const fail = (fault: Fault): void => {
        pending.delete(id)
        reject(fault)
      }
      pending.set(id, {
        fail,
        settle(answer) {
          if ('error' in answer) return fail(new Fault(answer.error.code, answer.error.message))
          const output = v.safeParse(methods[method].output, answer.output)
          if (!output.success) return fail(new Fault('INTERNAL', `The answer to ${method} is not of the contract.`))
          pending.delete(id)
          resolve(output.output)
        },
      })
      wire.send({ id, method, input })
    })
  }

  return {
    call,
    on<E extends Event>(event: E, listener: (payload: EventPayload<E>) => void) {
      const hear = (payload: unknown): void => {
        const checked = v.safeParse(events[event], payload)
        if (checked.success) listener(checked.output)
      }
      const all = listeners.get(event) ?? new Set()
      listeners.set(event, all.add(hear))
      return () => void all.delete(hear)
    },
    close,
  }
}
