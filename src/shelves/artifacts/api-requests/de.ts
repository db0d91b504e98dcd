/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Each request has an id, given or made, that is sent back and stands in its line of the log.':
    'Jede Anfrage hat eine ID, mitgegeben oder vergeben; sie wird zurückgesendet und steht in ihrer Zeile des Logs.',
}
