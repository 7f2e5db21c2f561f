/**
 * Who may call what. A session is somebody's in one of four roles, or nobody's where nobody has signed in. A kiosk that has no
 * officers yet is unclaimed: a practice kiosk, or one before its first supervisor.
 */

/** Works the lane · sees, corrects, exports and appoints · looks after set-up, trust and sync · reads who looked at whom. */
export const roles = ['officer', 'supervisor', 'it', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Whose call it may be. A method that all of them may call is one that the page needs whoever is there. */
export const anybody = ['unclaimed', 'nobody', ...roles] as const
export type Caller = (typeof anybody)[number]

/** The lane is worked signed out as well. */
export const atTheLane: readonly Caller[] = ['unclaimed', 'nobody', 'officer', 'supervisor']

/** Looks for and opens what was recorded, closes the shift: somebody who answers for it. */
export const onDuty: readonly Caller[] = ['unclaimed', 'officer', 'supervisor']

/** Corrects, traces, appoints: what a supervisor answers for. */
export const supervising: readonly Caller[] = ['unclaimed', 'supervisor']

/** Reads who looked at whom. */
export const overseeing: readonly Caller[] = ['unclaimed', 'supervisor', 'auditor']

/** Set-up and what leaves by sync: IT's. */
export const lookingAfter: readonly Caller[] = ['unclaimed', 'it']

/**
 * What is believed is brought up to date, and a lost command card made worthless, by IT, and at a post without IT by its supervisor.
 * Whom the kiosk believes to begin with is set-up, and IT's alone.
 */
export const keepingTrust: readonly Caller[] = ['unclaimed', 'it', 'supervisor']

/** Takes the profile away as a whole, sealed: IT, and at a post without IT its supervisor. */
export const takingCopies: readonly Caller[] = ['unclaimed', 'it', 'supervisor']
