/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  Logging: 'Logging',
  'It logs below the standard logger `{1}` and is silent until an application listens.':
    'Protokolliert wird unter dem Standard-Logger `{1}`, der still ist, bis eine Anwendung zuhört.',
  'It logs structured events, one JSON object per line once configured.':
    'Protokolliert werden strukturierte Ereignisse, nach der Konfiguration ein JSON-Objekt je Zeile.',
  'It has one standard logger, `{1}`, silent until an application listens.':
    'Es gibt einen Standard-Logger, `{1}`, der still ist, bis eine Anwendung zuhört.',
  'It logs to standard error, from the level of its settings up; `{1}` shows every record.':
    'Es protokolliert auf die Standardfehlerausgabe, ab der Stufe seiner Einstellungen; `{1}` zeigt jeden Eintrag.',
}
