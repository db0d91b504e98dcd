/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  'Check data against a schema': 'Daten gegen ein Schema prüfen',
  'Every problem in one report, each with its path, a stable code, what was expected and what was found.':
    'Alle Fehler in einem Bericht, jeder mit seinem Pfad, einem stabilen Code, dem Erwarteten und dem Gefundenen.',
  'Schemas from small typed rules: text, numbers, choices, lists, records, alternatives.':
    'Schemata aus kleinen, typisierten Regeln: Text, Zahlen, Auswahlen, Listen, Datensätze, Alternativen.',
  'A plain function is a rule, so a schema can ask for whatever your data must keep.':
    'Eine gewöhnliche Funktion ist eine Regel: Ein Schema kann alles verlangen, was die Daten einhalten müssen.',
  'Hostile data is reported, never raised: depth is bounded, and NaN and infinity are named.':
    'Feindliche Daten werden gemeldet und lösen nie eine Ausnahme aus: Die Tiefe ist begrenzt, NaN und Unendlich werden benannt.',
}
