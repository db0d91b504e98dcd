import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { beginningOf } from '../../../core/python/outside/pieces.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const files = sinks(
  [
    `builtins.open io.open os.open codecs.open os.remove os.unlink os.rmdir os.listdir os.scandir os.makedirs os.mkdir os.chmod
     os.walk shutil.rmtree tarfile.open zipfile.ZipFile linecache.getline aiofiles.open gzip.open bz2.open lzma.open
     pathlib.Path.open pathlib.Path.read_text pathlib.Path.read_bytes numpy.load pandas.read_csv`,
    [0, 'file', 'path', 'name'],
  ],
  [
    `flask.send_file flask.helpers.send_file starlette.responses.FileResponse fastapi.responses.FileResponse
     django.http.FileResponse aiohttp.web.FileResponse quart.send_file sanic.response.file`,
    [0, 'path', 'path_or_file', 'filename_or_fp'],
  ],
  ['flask.send_from_directory flask.helpers.send_from_directory', [0, 'directory']],
  ['bottle.static_file', ['root']],
  [
    'shutil.copy shutil.copyfile shutil.copy2 shutil.move shutil.copytree os.rename os.replace os.link os.symlink',
    [0, 1],
  ],
)

const readers = /^(?:open|read_text|read_bytes|write_text|write_bytes|unlink|rmdir|iterdir|glob|rglob|mkdir|touch)$/
const paths = /(?:^|\.)(?:Pure)?(?:Posix|Windows)?Path$/

/** A part between two slashes does no harm behind a folder; as the whole path, or its beginning, it does. */
const isReached = (source: Source, path: SyntaxNode): boolean =>
  isFromOutside(source, path, false) ||
  (isFromOutside(source, path) && isFromOutside(source, beginningOf(source, path).rest))

export default rule({
  id: 'path-from-request',
  pack: 'security',
  allows: 'allow a visitor to say which file is opened',
  what: 'A file is opened, sent, moved or removed whose path holds what a visitor wrote, and nothing held it to one folder before.',
  why: '`../../etc/passwd` is a path, too: whoever writes it reads, replaces or removes any file that the service may.',
  fix: 'Look the name up in a fixed table, or resolve the path and refuse it unless `path.is_relative_to(folder)`; for an upload `secure_filename`.',
  bad: 'from flask import Flask, request, send_file\n\napp = Flask(__name__)\n\n\n@app.get("/report")\ndef report():\n    return send_file("reports/" + request.args["name"])\n',
  good: 'from flask import Flask, request, send_from_directory\n\napp = Flask(__name__)\n\n\n@app.get("/report")\ndef report():\n    return send_from_directory("reports", request.args["name"])\n',
  cwe: 'CWE-22',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const given = harmfulArguments(source, node, files)
        const called = node.childForFieldName('function')
        const object = called?.childForFieldName('object')
        const isMethod =
          called?.type === 'attribute' &&
          readers.test(called.childForFieldName('attribute')?.text ?? '') &&
          object?.type !== undefined &&
          paths.test(source.instanceOf(object) ?? '')
        const all = isMethod && object ? [object] : given
        return all.some(each => isReached(source, each))
          ? at(node, 'A visitor has a say in which file this is, and nothing keeps it in one folder.')
          : undefined
      },
    },
  },
})
