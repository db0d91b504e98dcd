/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  Settings: 'Einstellungen',
  'Settings come from environment variables, checked, typed and immutable.':
    'Einstellungen kommen aus Umgebungsvariablen: geprüft, typisiert und unveränderlich.',
  'Settings come from a TOML file, checked, typed and immutable.':
    'Einstellungen kommen aus einer TOML-Datei: geprüft, typisiert und unveränderlich.',
  'Settings come from environment variables, validated by Pydantic and immutable.':
    'Einstellungen kommen aus Umgebungsvariablen, von Pydantic geprüft und unveränderlich.',
  'Settings come from a TOML file that environment variables override, checked, typed and immutable.':
    'Einstellungen kommen aus einer TOML-Datei, vor der Umgebungsvariablen Vorrang haben: geprüft, typisiert und unveränderlich.',
  'DEBUG, INFO, WARNING, ERROR or CRITICAL, in upper or lower case':
    'DEBUG, INFO, WARNING, ERROR oder CRITICAL, groß- oder kleingeschrieben',
  'The lowest level of log record to show; the application applies it.':
    'Die niedrigste Stufe der Logeinträge, die zu sehen sind; die Anwendung wendet sie an.',
  "The lowest level of log record to show; set it on the package's logger.":
    'Die niedrigste Stufe der Logeinträge, die zu sehen sind; sie wird am Logger des Pakets gesetzt.',
  'The lowest level of log record to show; give it to configure\\_logging.':
    'Die niedrigste Stufe der Logeinträge, die zu sehen sind; sie wird configure\\_logging übergeben.',
  'The lowest level of log record to show; --verbose shows every record.':
    'Die niedrigste Stufe der Logeinträge, die zu sehen sind; --verbose zeigt jeden Eintrag.',
}
