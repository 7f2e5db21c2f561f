/** The answering side of the contract over any Wire. */
import * as v from 'valibot'
import {
  events,
  methods,
  type Emit,
  type Event,
  type EventPayload,
  type Handlers,
  type Method,
  type Output,
} from '../contract/contract.ts'
import type { Caller } from '../contract/role.ts'
import { Fault } from './fault.ts'
import { callSchema, type Answer, type Call } from './message.ts'
import type { Wire } from './wire.ts'

/** A contract being served on one wire. */
export interface Served {
  /** Sends an event to the other side; an event that does not fit its schema is reported and not sent. */
  emit: Emit
  /** Stops answering and sending. The wire itself stays open. */
  close(): void
}

const isMethod = (name: string): name is Method => Object.hasOwn(methods, name)

/**
 * Answers the calls that arrive on `wire` with `handlers`, until the wire closes or `close` is called. Method names
 * are looked up among the contract's own keys, so inherited ones (`constructor`, `toString`) are unknown like any
 * other. Who is calling is asked anew at each call, and a method that is not theirs is refused before its input is looked
 * at; `run` runs a call in its session. A `Fault` that a handler throws crosses with its code; anything else is told to `onFault`, once, and crosses
 * as a bare `INTERNAL`, for what it says was not written for the other side.
 */
export function serve(
  wire: Wire,
  handlers: Handlers,
  options: { caller: () => Caller; run?: <T>(act: () => T) => T; onFault: (fault: unknown) => void },
): Served {
  let open = true
  const within = options.run ?? ((act) => act())

  const send = (message: unknown): void => {
    if (open) wire.send(message)
  }

  async function answer(call: Call): Promise<Answer> {
    const { id, method } = call
    try {
      if (!isMethod(method)) throw new Fault('UNKNOWN_METHOD', 'The contract has no such method.')
      if (!mayCall(options.caller(), method)) throw new Fault('NOT_ALLOWED', `Nobody of this role may call ${method}.`)
      return { id, output: await within(() => run(handlers, method, call.input)) }
    } catch (error) {
      if (error instanceof Fault) return { id, error: { code: error.code, message: error.message } }
      options.onFault(error)
      return { id, error: { code: 'INTERNAL', message: 'Something went wrong; the log says what.' } }
    }
  }

  const stopHearing = wire.onMessage((message) => {
    const call = v.safeParse(callSchema, message)
    // Without a call there is no number to answer to: it is reported, and the caller's own time limit ends its wait.
    if (!call.success) options.onFault(new Fault('BAD_REQUEST', 'A message arrived that is no call.'))
    else void answer(call.output).then(send).catch(options.onFault)
  })

  const close = (): void => {
    if (!open) return
    open = false
    stopHearing()
  }
  wire.onClose(close)

  return {
    emit<E extends Event>(event: E, payload: EventPayload<E>) {
      const checked = v.safeParse(events[event], payload)
      if (checked.success) send({ event, payload: checked.output })
      else options.onFault(new Error(`Event ${event} does not fit its schema.`, { cause: checked.issues }))
    },
    close,
  }
}

const mayCall = (caller: Caller, method: Method): boolean => methods[method].roles.includes(caller)

async function run<M extends Method>(handlers: Handlers, method: M, input: unknown): Promise<Output<M>> {
  const asked = v.safeParse(methods[method].input, input)
  if (!asked.success) throw new Fault('BAD_REQUEST', asked.issues[0].message)
  const answered = v.safeParse(methods[method].output, await handlers[method](asked.output))
  if (!answered.success) throw new Error(`The answer of ${method} does not fit its schema.`, { cause: answered.issues })
  return answered.output
}
