/** The sentences of this unit in German, as pages have them. */
export const de: Readonly<Record<string, string>> = {
  Installation: 'Installation',
  'Quick start': 'Schnellstart',
  Features: 'Funktionen',
  Architecture: 'Architektur',
  Repository: 'Repository',
  Usage: 'Verwendung',
  Configuration: 'Konfiguration',
  Development: 'Entwicklung',
  Testing: 'Tests',
  Contributing: 'Mitwirken',
  Licence: 'Lizenz',
  'What it is not': 'Was es nicht ist',
  More: 'Mehr',
  'HTTP API': 'HTTP-API',
  'While it runs, this keeps one:': 'Während er läuft, wird so etwas aufbewahrt:',
  'Translation: [{1}]({2}).': 'Übersetzung: [{1}]({2}).',
  'Requires Python `{1}`.': 'Benötigt Python `{1}`.',
  'Requires Python `{1}` and {2}. In a checkout:': 'Benötigt Python `{1}` und {2}. In einem Checkout:',
  'From its repository, in a project that {1} manages:': 'Aus seinem Repository, in einem Projekt, das {1} verwaltet:',
  'From a checkout beside your project:': 'Aus einem Checkout neben dem eigenen Projekt:',
  'There is no `{1}` yet: `{2}` writes it, with the exact version of every dependency. Commit it.':
    'Noch gibt es keine `{1}`: `{2}` schreibt sie, mit der genauen Version jeder Abhängigkeit. Sie gehört in einen Commit.',
  '**Diagnosis**: What can hinder the package where it runs is looked at by `{1}`.':
    '**Diagnose**: Was das Paket dort hindern kann, wo es läuft, sieht `{1}` nach.',
  'A hierarchy with one base class; what is below it ends the program with one line and a code of its own.':
    'Eine Hierarchie mit einer Basisklasse; was unter ihr steht, beendet das Programm mit einer Zeile und einem eigenen Code.',
  'The logging module; the program itself shows its records, on standard error.':
    'Das Modul logging; das Programm selbst zeigt seine Einträge, auf der Standardfehlerausgabe.',
  'A named logger, whose records the program shows on standard error.':
    'Ein benannter Logger, dessen Einträge das Programm auf der Standardfehlerausgabe zeigt.',
  'It prints:': 'Ausgabe:',
  'In another terminal:': 'In einem anderen Terminal:',
  'It answers `{1}` once it can work. `{2}` shows the whole API and tries it.':
    'Die Antwort ist `{1}`, sobald der Dienst arbeiten kann. `{2}` zeigt die ganze API, auch zum Ausprobieren.',
  'In a container, with its data in a volume:': 'In einem Container, mit den Daten in einem Volume:',
  '`{1}`: {2} Lives in `{3}`.': '`{1}`: *{2}* Liegt in `{3}`.',
  '`{1}`: {2} Lives in `{3}`. Its functions are used through the module: `{4}`.':
    '`{1}`: *{2}* Liegt in `{3}`. Seine Funktionen werden über das Modul verwendet: `{4}`.',
  '**Settings**: {1} Lives in `{2}`.': '**Einstellungen**: {>1} Liegt in `{2}`.',
  '**Errors**: {1} Lives in `{2}`.': '**Fehler**: {>1} Liegt in `{2}`.',
  '**Logging**: {1} Lives in `{2}`.': '**Logging**: {>1} Liegt in `{2}`.',
  'Environment variables, read by a small typed loader; no dependency.':
    'Umgebungsvariablen, gelesen von einem kleinen, typisierten Lader; keine Abhängigkeit.',
  'A TOML file, read into a typed object; no dependency.':
    'Eine TOML-Datei, gelesen in ein typisiertes Objekt; keine Abhängigkeit.',
  'Environment variables validated by Pydantic; one dependency.':
    'Umgebungsvariablen, von Pydantic geprüft; eine Abhängigkeit.',
  'A TOML file that environment variables override; no dependency.':
    'Eine TOML-Datei, vor der Umgebungsvariablen Vorrang haben; keine Abhängigkeit.',
  'A hierarchy with one base class, as Python people expect.':
    'Eine Hierarchie mit einer Basisklasse, wie in Python üblich.',
  'A Result value that the caller must open; nothing is raised for expected failures.':
    'Ein Result-Wert, den der Aufrufer öffnen muss; erwartete Fehler lösen keine Ausnahme aus.',
  'Results for expected failures, exceptions for misuse.':
    'Results für erwartete Fehler, Ausnahmen für falsche Verwendung.',
  'The logging module; the application that imports it decides what is shown.':
    'Das Modul logging; die Anwendung, die das Paket importiert, entscheidet, was zu sehen ist.',
  'Structured events with bound context; one dependency.':
    'Strukturierte Ereignisse mit gebundenem Kontext; eine Abhängigkeit.',
  'A named logger and nothing else.': 'Ein benannter Logger und sonst nichts.',
  'The reasons are written down in [{1}]({2}).': 'Die Gründe stehen in [{1}]({2}).',
  Variable: 'Variable',
  Key: 'Schlüssel',
  Values: 'Werte',
  Default: 'Standard',
  Meaning: 'Bedeutung',
  'A TOML file may hold these keys:': 'Eine TOML-Datei kann diese Schlüssel enthalten:',
  'A TOML file may hold these keys; [{1}]({2}) shows them:':
    'Eine TOML-Datei kann diese Schlüssel enthalten; [{1}]({2}) zeigt sie:',
  'These environment variables win over the file:': 'Diese Umgebungsvariablen haben Vorrang vor der Datei:',
  'Environment variables; one that is empty counts as not set:':
    'Umgebungsvariablen; eine leere gilt als nicht gesetzt:',
  'There is nothing to configure.': 'Es gibt nichts zu konfigurieren.',
  'This makes the environment, with everything that development needs:':
    'Das erstellt die Umgebung mit allem, was die Entwicklung braucht:',
  'Besides the tests, these checks must pass before a change is merged:':
    'Neben den Tests müssen diese Prüfungen bestehen, bevor eine Änderung übernommen wird:',
  'These checks must pass before a change is merged:':
    'Diese Prüfungen müssen bestehen, bevor eine Änderung übernommen wird:',
  '`{1}` runs format, lint and types before each commit.':
    'Nach `{1}` laufen vor jedem Commit Formatierung, Stil- und Typprüfung.',
  'It has no test suite: its design asks for none.': 'Es gibt keine Tests: Der Entwurf sieht keine vor.',
  'The tests need no network and report branch coverage; less than 80 percent fails.':
    'Die Tests brauchen kein Netz und messen die Zweigabdeckung; unter 80 Prozent schlagen sie fehl.',
  'Changes are welcome once every check above passes.':
    'Änderungen sind willkommen, sobald alle Prüfungen von oben bestehen.',
  '[{1}]({2}) says how to set up, check and propose a change.':
    '[{1}]({2}) sagt, wie eine Änderung vorbereitet, geprüft und vorgeschlagen wird.',
  'Proprietary; all rights reserved.': 'Proprietär; alle Rechte vorbehalten.',
  'Proprietary; all rights reserved. See [{1}]({2}).': 'Proprietär; alle Rechte vorbehalten. Siehe [{1}]({2}).',
  '{1}; see [{2}]({3}).': '{1}; siehe [{2}]({3}).',
  'MIT.': 'MIT.',
  'Apache-2.0.': 'Apache-2.0.',
  'BSD-3-Clause.': 'BSD-3-Clause.',
  'GPL-3.0-or-later.': 'GPL-3.0-or-later.',
  'What changed: [{1}]({2})': 'Was sich geändert hat: [{1}]({2})',
  Request: 'Anfrage',
  'What it does': 'Was sie tut',
  'Keeps a new one; its address is in the `Location` header.':
    'Legt etwas Neues ab; seine Adresse steht im Header `Location`.',
  'Lists them by id; `limit` and `after` page through them.':
    'Listet alle nach ID auf; mit `limit` und `after` wird geblättert.',
  'Looks one up.': 'Schlägt eines nach.',
  'Replaces everything that is said of one.': 'Ersetzt alles, was über eines gesagt ist.',
  'Forgets one.': 'Löscht eines.',
  'What goes wrong is answered as `{1}`: what, and where in the request.':
    'Was schiefgeht, wird als `{1}` beantwortet: was es ist und wo in der Anfrage.',
  'This is a prototype: something to learn from, and perhaps to throw away. It may break at any time.':
    'Dies ist ein Prototyp: etwas, um daraus zu lernen und es vielleicht wegzuwerfen. Er kann jederzeit versagen.',
  'This puts `{1}` on your PATH, in an environment of its own. To run it once without:':
    'Damit liegt `{1}` im PATH, in einer eigenen Umgebung. Für einen einzelnen Aufruf ohne sie:',
  '**Program**: `{1}` attaches the subcommands. Each begins as `{2}` says, and what it answers is printed by `{3}`.':
    '**Programm**: `{1}` hängt die Unterbefehle ein. Jeder beginnt, wie `{2}` es sagt, und was er antwortet, gibt `{3}` aus.',
  '**Diagnosis**: The checks behind the doctor live in `{1}`.':
    '**Diagnose**: Die Prüfungen hinter dem Doktor liegen in `{1}`.',
  '{1} Until `{2}` of its module is given an action of your own in `{3}`, it only describes its request.':
    '*{1}* Solange `{2}` seines Moduls in `{3}` keine eigene Aktion gegeben ist, beschreibt es nur seine Anfrage.',
  Argument: 'Argument',
  Value: 'Wert',
  'must be given': 'muss angegeben werden',
  none: 'keiner',
  '`{1}` prints JSON.': '`{1}` gibt JSON aus.',
  'Says whether the program can work where it is, and what hinders it:':
    'Sagt, ob das Programm dort arbeiten kann, wo es ist, und was es hindert:',
  'Exit codes': 'Exit-Codes',
  Code: 'Code',
  'Everything went well.': 'Alles ging gut.',
  'A bug of the program: a traceback says where.': 'Ein Fehler des Programms: Ein Traceback sagt, wo.',
  'Wrong usage; standard error says what.': 'Falsche Verwendung; die Standardfehlerausgabe sagt, was.',
  'It could not do what it was asked; one line on standard error says why.':
    'Es konnte nicht tun, was verlangt war; eine Zeile auf der Standardfehlerausgabe sagt, warum.',
  'The doctor found something that hinders the program.': 'Der Doktor fand etwas, das das Programm hindert.',
  'It was interrupted.': 'Es wurde unterbrochen.',
  'What read its output stopped before the end.': 'Was seine Ausgabe las, hat vor dem Ende aufgehört.',
  'From a checkout to a release: [{1}]({2})': 'Vom Checkout bis zur Veröffentlichung: [{1}]({2})',
}
