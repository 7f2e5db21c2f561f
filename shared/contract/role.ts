/**
 * Who may call what. A session is somebody's in one of four roles, or nobody's: until somebody signs in, and where nobody
 * has to.
 */

/** Works the lane · sees, corrects, exports and appoints · looks after set-up, trust and sync · reads who looked at whom. */
export const roles = ['officer', 'supervisor', 'it', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Whose call it may be. A method that all of them may call is one that the page needs whoever is there. */
export const anybody = ['nobody', ...roles] as const
export type Caller = (typeof anybody)[number]

/** The lane is worked signed out as well. */
export const atTheLane: readonly Caller[] = ['nobody', 'officer', 'supervisor']

/** Set-up, trust and what leaves by sync: IT's, and nobody's until somebody can sign in. */
export const lookingAfter: readonly Caller[] = ['nobody', 'it']
