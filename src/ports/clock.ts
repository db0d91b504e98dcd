/** Tells the time. Only what is stored or shown asks it; no decision hangs on it. */
export interface Clock {
  now(): Date
}
