import { z } from 'zod'

/** What a client may ask: which setting holds the address of the service that it asks. */
export const clientOptions = z.strictObject({
  base_url_setting: z
    .string()
    .max(40)
    // The ending keeps it apart from the other settings, and from Python's own words.
    .regex(/^[a-z](?:[a-z0-9]|_(?!_))*_url$/, 'Write it in lower case, ending in _url: billing_url.')
    .optional(),
})
