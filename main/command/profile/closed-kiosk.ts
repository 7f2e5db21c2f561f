/**
 * A command on a profile that no kiosk has open, which shows people or takes them away: it asks who does so as the kiosk
 * would, of a kiosk that has officers. Practice is nobody's, and is not asked.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { say } from '../../../shared/language/say.ts'
import type { Caller } from '../../../shared/contract/role.ts'
import type { Secrets } from '../../app.ts'
import type { Journal, Signer } from '../../journal/index.ts'
import { openOfficers, type Officers } from '../../officers/index.ts'
import type { Checkpoint } from '../../profile/index.ts'
import type { Terminal } from '../../terminal/index.ts'
import { notAllowed } from './not-allowed.ts'
import { signIn } from './sign-in.ts'
import { openUnused } from './with-journal.ts'

const words = {
  vi: 'Đã sai mã PIN nhiều lần: phải chờ {seconds} giây rồi mới xem mã PIN vừa gõ. Ctrl+C để thôi.',
  en: 'After wrong PINs, {seconds} seconds have to go by before the PIN is looked at. Ctrl+C to stop.',
} as const

/** A profile whose journal this command has open, in the name of whoever has signed it in. */
export interface OpenedByOfficer {
  journal: Journal
  checkpoint: Checkpoint
  /** Null: nobody had to. */
  officer: Signer | null
}

/**
 * Opens the journal, has an officer sign in, does it in their name, records that they have left, and closes the journal.
 * @param roles who may; as the contract has them of the method that answers the same while the kiosk runs
 * @throws Failure where a kiosk has the profile open, where nobody has signed in who may; what opening a journal throws
 */
export async function asOfficer<T>(
  { profile, secrets, roles }: { profile: string; secrets: Secrets; roles: readonly Caller[] },
  terminal: Terminal,
  act: (opened: OpenedByOfficer) => Promise<T> | T,
): Promise<T> {
  let officers: Officers | null = null
  const signer = (): Signer | null => officers?.sessions.signer() ?? null
  const { journal, checkpoint } = await openUnused(profile, secrets, terminal, signer)
  try {
    officers = openOfficers({
      journal,
      kiosk: checkpoint.kiosk,
      officerKey: await secrets.officerKey(),
      now: terminal.now,
      trust: () => ({ policy: {} }),
      changed: () => undefined,
    })
    if (checkpoint.mode === 'real') await admit(officers, roles, terminal)
    return await act({ journal, checkpoint, officer: signer() })
  } finally {
    officers?.sessions.desk.leave()
    journal.close()
  }
}

/** @throws Failure where nobody has signed in who may */
async function admit({ roll, sessions }: Officers, roles: readonly Caller[], terminal: Terminal): Promise<void> {
  const { complain, env, locale } = terminal
  const { desk } = sessions
  const known = await signIn(
    {
      isClaimed: () => Promise.resolve(roll.claimed),
      showBadge: (text) => desk.showBadge(text),
      name: (number) => desk.name(number),
      open: (number, pin) => desk.open(number, pin),
      // A kiosk that runs counts its own time. A command would begin the wait anew each time that it is run.
      async wait(seconds) {
        complain(`${say(locale, words[locale], { seconds })}\n`)
        await pause(seconds * 1000)
      },
    },
    env,
  )
  if (!roles.includes(desk.caller())) throw notAllowed(known)
}
