/** `1 file`, `3 files`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
/** `1 waits`, `2 wait`. */
export const waits = (count: number): string => (count === 1 ? '1 waits' : `${count} wait`)
