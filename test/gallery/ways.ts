/** The ways that several states go: what an officer touches or presses to come somewhere. */
import type { Decision } from '../../shared/domain/crossing/crossing.ts'
import { aCode } from './fixtures/a-verdict.ts'
import type { Step } from './state.ts'
import { presses, scans, touches, until } from './steps.ts'

export const verdict = '[data-testid="verdict"]'
export const plate = '[data-testid="plate"]'

/** The screen has drawn what the program told it. */
export const ready: readonly Step[] = [until('html[data-ready="true"]')]

/** A code is scanned, and its verdict shown. */
export const scanned: readonly Step[] = [...ready, scans(aCode), until(verdict)]

export const decide = (decision: Decision): Step => touches(`[data-testid="decide-${decision}"]`)

/** The reasons of a decision that departs from the verdict. */
export const reasonsOf = (decision: Decision): readonly Step[] => [
  ...scanned,
  decide(decision),
  until('[data-testid="reasons"]'),
]

export const details: readonly Step[] = [...scanned, presses('F4'), until('[data-testid="details"]')]

/** The actions of the traveller with this id. */
export const selected = (id: number): readonly Step[] => [
  ...ready,
  touches(`[data-traveller="${id}"]`),
  until('[data-testid="traveller-actions"]'),
]

type Listed = 'records' | 'reports' | 'sync' | 'set-up' | 'shift' | 'officers' | 'accesses' | 'help'

/** A room, by the list of them. */
const room = (name: Listed): readonly Step[] => [
  ...ready,
  touches('[data-testid="menu"]'),
  touches(`[data-testid="room-${name}"]`),
  until(`[data-testid="${name}-screen"]`),
]

export const menu: readonly Step[] = [...ready, touches('[data-testid="menu"]'), until('[data-testid="rooms"]')]
export const records = room('records')
export const reports = room('reports')
export const sync = room('sync')
export const help = room('help')
export const setUp = room('set-up')
export const trace: readonly Step[] = [
  ...records,
  touches('[data-testid="part-trace"]'),
  until('[data-testid="trace-ask"]'),
]
export const shift = room('shift')
export const officers = room('officers')
export const accesses = room('accesses')

/** A crossing of the list, opened. */
export const opened: readonly Step[] = [
  ...records,
  touches('[data-testid="found"] button[data-seq]'),
  until('[data-testid="opened"]'),
]

/** The shift's key, pressed twice. */
export const closed: readonly Step[] = [
  ...shift,
  touches('[data-testid="shift-close"]'),
  until('[data-testid="shift-counts"]'),
  touches('[data-testid="shift-close"]'),
]
