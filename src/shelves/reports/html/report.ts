import { contentHash } from '../../../base/hash.ts'
import { escapeHtml } from '../../../core/documents/report/html-text.ts'
import { reportOf } from '../../../core/documents/report/report.ts'
import { reportFormat } from '../../../ports/report.ts'
import { htmlBody } from './print.ts'
import { style } from './style.ts'

const styleHash = Buffer.from(contentHash(style), 'hex').toString('base64')

// Nothing is loaded and nothing runs, even if a text should ever slip through unescaped.
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`

export default reportFormat({
  id: 'html',
  title: 'One HTML page that needs nothing else',
  file: 'GENERATION_REPORT.html',
  print: model => {
    const report = reportOf(model)
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(report.title)}</title>
<style>${style}</style>
</head>
<body>
${htmlBody(report)}
</body>
</html>
`
  },
})
