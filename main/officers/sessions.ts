/**
 * All sessions of a kiosk: the desk's, which the screen shows, and one for each command that comes by the profile's socket. Who
 * answers for an entry is whose session the call is of that made it, and no room passes that along.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Session as SessionState } from '../../shared/contract/officers.ts'
import type { Caller } from '../../shared/contract/role.ts'
import type { Signer } from '../journal/index.ts'
import { Session, type Refused, type SessionParts, type Unlocked } from './session.ts'

/** Whose calls some are, and how they are run. */
export interface Visit {
  caller(): Caller
  /** Runs a call in its session. */
  run<T>(act: () => T): T
  /** Whoever signed in there goes with it. */
  end(): void
}

/** The sessions. */
export class Sessions {
  readonly desk: Session
  private readonly parts: SessionParts
  private readonly running = new AsyncLocalStorage<Session>()
  private readonly visits = new Set<Session>()
  private readonly leaving = new Set<() => void>()
  private asSomebodyElse: Signer | null = null

  /** @param changed told of everybody who comes to the desk and goes */
  constructor(parts: Omit<SessionParts, 'oneByOne' | 'leaving'>, changed: (state: SessionState) => void) {
    this.parts = {
      ...parts,
      oneByOne: oneByOne(),
      leaving: (session) =>
        this.running.run(session, () => {
          for (const listener of this.leaving) listener()
        }),
    }
    this.desk = new Session(this.parts, changed)
  }

  /** The session of the call that runs now. */
  current(): Session {
    return this.running.getStore() ?? this.desk
  }

  /** Who answers for what is written now; null: nobody. */
  signer(): Signer | null {
    return this.asSomebodyElse ?? this.current().signer()
  }

  /** Tells before somebody goes, in their session: what is begun in their name is to be recorded in it. */
  beforeLeaving(listener: () => void): void {
    this.leaving.add(listener)
  }

  /** Writes something in the name of somebody who has just said their PIN and stays nobody's session. */
  as<T>(signer: Signer, act: () => T): T {
    this.asSomebodyElse = signer
    try {
      return act()
    } finally {
      this.asSomebodyElse = null
    }
  }

  /** Looks at a PIN, and leaves who is there. The badge is the one that was shown in the session that asks. */
  check(number: string, pin: string): Promise<Unlocked | Refused> {
    return this.parts.oneByOne(() => this.current().unlock(number, pin))
  }

  /** A command's session, which begins with nobody. */
  visit(): Visit {
    const session = new Session(this.parts)
    this.visits.add(session)
    return {
      caller: () => session.caller(),
      run: (act) => this.running.run(session, act),
      end: () => {
        if (this.visits.delete(session)) session.end('left')
      },
    }
  }

  /** Looks what time has changed. A command has nobody who could leave it alone, and lasts no longer than a session may. */
  beat(): void {
    this.desk.beat()
    for (const session of this.visits) session.endIfOver()
  }

  /** The kiosk is being closed: nobody is there any more, at the desk or by a command. */
  close(): void {
    for (const session of this.visits) session.end('closed')
    this.visits.clear()
    this.desk.end('closed')
  }
}

/** Runs what it is given one after the other. */
function oneByOne(): SessionParts['oneByOne'] {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const next = last.then(act, act)
    last = next.catch(() => undefined)
    return next
  }
}
