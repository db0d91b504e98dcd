import type { World } from './world.ts'

/** The name under which decisions are recorded: the person of the user's git, else the login name. */
export const whoIs = async (world: World): Promise<string> => (await world.git.person()).name ?? world.host.user
