/** Signing in at the hub's page, and who is signed in. */
import * as v from 'valibot'

/** `admin`: invites, withdraws, acknowledges; `viewer`: sees how the posts are, and changes nothing. */
export const accountRoles = ['admin', 'viewer'] as const
export type AccountRole = (typeof accountRoles)[number]

/** What an account is called: what is told apart by eye, and no blanks to mistype. */
export const accountNameSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/))

/** Characters of a password that is chosen; the one that the hub prints is made to the same measure. */
export const leastPassword = 12

/** As it is typed: what is longer is nobody's. */
const typedPasswordSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const signInSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  password: typedPasswordSchema,
})
export type SignIn = v.InferOutput<typeof signInSchema>

export const passwordChangeSchema = v.strictObject({
  old: typedPasswordSchema,
  new: v.pipe(v.string(), v.minLength(leastPassword), v.maxLength(200)),
})
export type PasswordChange = v.InferOutput<typeof passwordChangeSchema>

/** Who is signed in. */
export const sessionSchema = v.object({
  name: v.string(),
  role: v.picklist(accountRoles),
  /** The password was printed and not chosen: nothing else is answered before it is changed. */
  mustChange: v.boolean(),
})
export type Session = v.InferOutput<typeof sessionSchema>
