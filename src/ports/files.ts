/** How a file is written. */
export interface WriteOptions {
  readonly executable?: boolean
  /** It can be made again from what is kept elsewhere: nobody waits until the disk has it. */
  readonly derived?: boolean
}

/** Several writes whose names are brought to the disk together. */
export interface FileBatch {
  readonly files: Files
  /** Brings the names to the disk; what is acknowledged of the writes is acknowledged after it. */
  readonly flush: () => void
}

/** Files as the inside needs them; paths are absolute. What the system refuses comes out as a known error that names the path. */
export interface Files {
  /**
   * The same files, for paths below a folder that may come from a stranger: a link anywhere between the folder and the path is
   * refused, so that nothing is read, written or removed elsewhere.
   */
  below(root: string): Files
  /** The text of a file, a byte order mark included; undefined when there is none. Refuses what is not UTF-8, and what is larger than `limit` bytes. */
  read(path: string, limit?: number): Promise<string | undefined>
  /** The bytes of a file as they are; undefined when there is none. Refuses what is larger than `limit` bytes. */
  bytes(path: string, limit?: number): Promise<Uint8Array | undefined>
  /** All or nothing: the old text stays until the new one is on the disk. Makes the folders that lead there. */
  write(path: string, content: string | Uint8Array, options?: WriteOptions): Promise<void>
  /** The same files for many writes: each text is on the disk when its write ends, the new names all together with `flush`. */
  batch(): FileBatch
  /** The names in a folder, sorted; undefined when there is no such folder. */
  names(folder: string): Promise<readonly string[] | undefined>
  /**
   * Every file and link below a folder, with forward slashes, sorted. Caches, environments, git's and our own folder are left out,
   * and what builds leave at the top.
   */
  walk(folder: string): Promise<readonly string[]>
  remove(path: string): Promise<void>
  /** Takes a folder away if nothing is in it; whether it did. */
  removeEmpty(folder: string): Promise<boolean>
  /** Takes away compiled Python below a folder: it may be of another source than the one that lies beside it. */
  removeCaches(folder: string): Promise<void>
  /** Takes away what killed processes of ours had begun to write below a folder. */
  sweep(folder: string): Promise<void>
  /** A new empty folder for something that is thrown away. */
  scratch(): Promise<string>
}
