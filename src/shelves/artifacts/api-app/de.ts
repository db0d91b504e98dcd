/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'The API is versioned by its path, described by OpenAPI, and made by a factory, so that tests start their own.':
    'Die API trägt ihre Version im Pfad, ist mit OpenAPI beschrieben und entsteht in einer Factory, sodass Tests ihre eigene starten.',
}
