/**
 * A link to no program at all: a state's fixtures answer. They cross the contract's own two ends, so that an answer or
 * an event that the contract would not let through is a fault of the state, and so is a call that it has no answer to.
 */
import type { Kiosk } from '../../shared/contract/schemas.ts'
import { methods, type Handlers, type Method } from '../../shared/contract/contract.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { Fault } from '../../shared/rpc/fault.ts'
import { serve } from '../../shared/rpc/serve.ts'
import { callerOf } from '../../renderer/frame/session/caller.ts'
import type { Link, LinkState } from '../../renderer/rpc/link.ts'
import { handlersWith } from '../contract/answers.ts'
import { memoryPair } from '../fixtures/memory-pair.ts'
import { aStanding } from '../fixtures/shifts.ts'
import { anOutline, aTotalled, someOfficers } from './fixtures/a-report.ts'
import { aSetUp, aTrust, goodChecks } from './fixtures/a-set-up.ts'
import { aSync } from './fixtures/a-sync.ts'
import type { Stage, State } from './state.ts'

export interface StubLink {
  link: Link
  stage: Stage
}

type Settings = Kiosk['settings']

/** Who hears of what the stub alone knows. */
interface StubHearer {
  /** Whatever does not fit the contract. */
  fault: (fault: unknown) => void
  /** A key of the screen chose a setting. */
  chosen: (settings: Partial<Settings>) => void
}

export function openStubLink(state: State, settings: Settings, hearer: StubHearer): StubLink {
  const [near, far] = memoryPair()
  const everyday = everydayAnswers(state.kiosk, settings, hearer)
  const { handlers, asked } = listening(handlersWith({ ...everyday, ...state.answers }))
  const served = serve(far.wire, handlers, {
    caller: () => callerOf(state.kiosk?.session ?? null),
    onFault: hearer.fault,
  })
  const client = connect(near.wire)
  const listeners = new Set<(state: LinkState) => void>()
  let linkState: LinkState = 'open'
  const link: Link = {
    ...client,
    onState(listener) {
      listeners.add(listener)
      listener(linkState)
      return () => void listeners.delete(listener)
    },
    close: () => near.cut(),
  }
  const turnLink = (next: LinkState): void => {
    linkState = next
    for (const listener of listeners) listener(next)
  }
  return { link, stage: { emit: served.emit, turnLink, asked } }
}

/** An answer that never comes. */
export function noAnswer(): Promise<never> {
  return new Promise(() => {})
}

/** A program that fails, and says no more than that. */
export function failing(): never {
  throw new Fault('INTERNAL', 'Something went wrong; the log says what.')
}

/** Answers to what a screen asks by itself. */
function everydayAnswers(kiosk: Kiosk | null, settings: Settings, { chosen }: StubHearer): Partial<Handlers> {
  return {
    'kiosk.read': () => (kiosk ? { ...kiosk, settings } : noAnswer()),
    'settings.write': (changed) => {
      chosen(changed)
      return { ...settings, ...changed }
    },
    'session.read': () => kiosk?.session ?? noAnswer(),
    'session.touch': () => null,
    'officers.list': () => [],
    'accesses.list': () => ({ kind: 'listed', lines: [], before: null }),
    'oversight.read': () => ({ emergencies: [], unsigned: [], more: false }),
    'crossing.edit': () => kiosk?.crossing ?? noAnswer(),
    'plates.suggest': () => [],
    'crossings.search': () => ({ kind: 'found', answer: { lines: kiosk?.day.crossings.last ?? [], more: false } }),
    'crossing.slip': () => null,
    'referrals.open': () => ({ lines: [], more: false }),
    'shift.read': () => aStanding(),
    'shift.list': () => ({ shifts: [], more: false }),
    'shift.duty': () => ({ takesOver: null, orders: null }),
    'reports.count': () => anOutline(),
    'reports.total': () => ({ kind: 'totalled', totalled: aTotalled() }),
    'reports.shifts': () => [],
    'reports.officers': () => [...someOfficers],
    'reports.lanes': () => ['2', '1'],
    'reports.places': () => [],
    'setUp.read': () => aSetUp(),
    'setUp.doctor': () => goodChecks,
    'sync.read': () => aSync(),
    'trust.read': () => aTrust(),
    'trust.sticks': () => [],
  }
}

/** The same handlers, and whether each has been called. */
function listening(handlers: Handlers): { handlers: Handlers; asked: Stage['asked'] } {
  const calls = new Map<Method, PromiseWithResolvers<void>>()
  const callOf = (method: Method): PromiseWithResolvers<void> => {
    const call = calls.get(method) ?? Promise.withResolvers<void>()
    calls.set(method, call)
    return call
  }
  const names = Object.keys(methods) as Method[]
  const wrapped = names.map((method) => [
    method,
    (input: never) => {
      callOf(method).resolve()
      return handlers[method](input)
    },
  ])
  return {
    handlers: Object.fromEntries(wrapped) as Handlers,
    asked: (method) => callOf(method).promise,
  }
}
