/** Tells of each change below a folder, by its path from there, once the writing has come to rest. */
export type Watch = (folder: string) => AsyncIterable<string>
