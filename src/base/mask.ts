/**
 * Shapes of well-known tokens, and passwords in addresses. What secrets look like is secretlint's to say where files are checked;
 * this short list only keeps what tools print off screens, journals, reports and prompts.
 */
const shapes = [
  /\bgh[opsu]_\w{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{20,}/g,
  /\bxox[abeprs]-[\w-]{10,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bsk-[\w-]{20,}/g,
  /\bnpm_\w{30,}/g,
  /\bpypi-[\w-]{40,}/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(?<=:\/\/[^\s:@/]{1,80}:)[^\s@/]{3,}(?=@)/g,
]

/** A quoted value behind a name that says it is secret: `password='…'`, `"api_key": "…"`. */
const named =
  /(?<=\b\w{0,40}(?:password|passwd|secret|token|api_?key)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["'])[^"'\n]{6,}(?=["'])/gi

/** A text with the secrets in it covered. */
export const masked = (text: string): string =>
  [...shapes, named].reduce((covered, shape) => covered.replace(shape, '***'), text)
