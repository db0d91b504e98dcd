/** The reason that is recorded with every file that a policy accepts, and by which the policy itself is known. */
export const wholesale = 'accept all that pass'
