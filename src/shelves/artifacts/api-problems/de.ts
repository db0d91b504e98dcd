/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Whatever goes wrong is answered as problem details (RFC 9457), and described so in the OpenAPI document.':
    'Was schiefgeht, wird als Problem Details (RFC 9457) beantwortet und ist so auch im OpenAPI-Dokument beschrieben.',
  'One function, `opened`, makes an HTTP answer of a failure; the service below it knows no status.':
    'Eine einzige Funktion, `opened`, macht aus einem Fehlschlag eine HTTP-Antwort; der Dienst darunter kennt keinen Status.',
}
