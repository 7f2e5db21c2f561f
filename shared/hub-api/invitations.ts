/** Inviting a checkpoint from the page: what is asked, and what there is to show and to hand over. */
import * as v from 'valibot'
import { modes } from '../domain/mode.ts'
import { addressSchema } from '../sync/invitation.ts'
import { enrolmentSchema, hashSchema, nameSchema } from '../sync/schemas.ts'

const shared = { name: v.pipe(nameSchema, v.regex(/\S/)), mode: v.picklist(modes) }

export const invitingSchema = v.variant('by', [
  /** Where the checkpoint reaches the hub. */
  v.strictObject({ ...shared, by: v.literal('wire'), address: addressSchema }),
  v.strictObject({ ...shared, by: v.literal('stick') }),
])
export type Inviting = v.InferOutput<typeof invitingSchema>

export const invitedSchema = v.object({
  /** Under which the post stands in the list from now on. */
  enrolment: enrolmentSchema,
  name: v.string(),
  mode: v.picklist(modes),
  /** The file's text: what `chot sync enrol FILE` and a stick take. */
  invitation: v.string(),
  /** The QR code's text (`CHOT-ENROL:1 …`, see `printInvitation`); null: by stick, which the file alone does. */
  qr: v.nullable(v.string()),
  /** Of the hub's key: what both sides compare. */
  fingerprint: hashSchema,
  /** When the code is no longer taken, epoch milliseconds. */
  until: v.number(),
})
export type Invited = v.InferOutput<typeof invitedSchema>
