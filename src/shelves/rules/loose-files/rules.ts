import { keyword } from '../../../core/python/source/arguments.ts'
import { callAt } from '../../../core/python/source/place.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-377',
    severity: 'medium',
    confidence: 'medium',
    why: 'Others on the machine can guess the name and put a file or a link there first.',
    fix: 'Use the `tempfile` module.',
    since: '0.2.0',
  },
  [
    {
      code: 'S103',
      id: 'bad-file-permissions',
      allows: 'allow everybody to change a file',
      what: 'A file is given rights that let others write or run it.',
      cwe: 'CWE-732',
      confidence: 'high',
      why: 'Others on the machine may read or change the file.',
      fix: 'Give only the owner the right: `0o600`, or `0o700` for a folder.',
      bad: 'import os\n\nos.chmod("state.db", 0o777)\n',
      good: 'import os\n\nos.chmod("state.db", 0o600)\n',
      except: (_, source) => source.isTest,
    },
    {
      code: 'S108',
      id: 'hardcoded-temp-file',
      allows: 'allow fixed names in the shared temporary folder',
      what: 'A path in `/tmp`, `/var/tmp` or `/dev/shm` is written down.',
      why: 'Others can guess the name and put a file or a link there first.',
      bad: 'LOCK = "/tmp/app.lock"\n',
      good: 'import tempfile\n\nLOCK = tempfile.mkdtemp() + "/app.lock"\n',
      except: (_, source) => source.isTest,
    },
    {
      code: 'S202',
      id: 'tarfile-unsafe-members',
      allows: 'allow an archive to be unpacked anywhere',
      what: 'A tar archive is unpacked without a filter for its members.',
      cwe: 'CWE-22',
      severity: 'high',
      why: 'An archive can hold paths that lead out of the folder.',
      fix: 'Pass `filter="data"` to `extractall`.',
      bad: 'import tarfile\n\nwith tarfile.open("in.tar") as archive:\n    archive.extractall("out")\n',
      good: 'import tarfile\n\nwith tarfile.open("in.tar") as archive:\n    archive.extractall("out", filter="data")\n',
      except: (hit, source) => {
        const call = callAt(source, hit)
        return call !== undefined && keyword(call, 'filter') !== undefined
      },
    },
    {
      code: 'S306',
      id: 'suspicious-mktemp-usage',
      allows: 'allow `tempfile.mktemp`',
      what: 'The name of a temporary file is made with `mktemp`, and the file only later.',
      confidence: 'high',
      why: 'Between the name and the opening others can put a file there.',
      fix: 'Use `tempfile.NamedTemporaryFile` or `mkstemp`.',
      bad: 'import tempfile\n\npath = tempfile.mktemp()\n',
      good: 'import tempfile\n\nhandle, path = tempfile.mkstemp()\n',
    },
  ],
)
