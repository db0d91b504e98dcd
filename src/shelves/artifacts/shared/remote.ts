/** The web page of a remote, when it has one. */
export const webPage = (remote: string | undefined): string | undefined => {
  if (remote === undefined || !URL.canParse(remote)) return undefined
  const url = new URL(remote)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  return url.href.replace(/\.git$/, '').replace(/\/$/, '')
}

/** What an installer takes for a remote, such as `git+https://…`. */
export const installable = (remote: string | undefined): string | undefined => {
  const page = webPage(remote)
  if (page !== undefined) return `git+${page}`
  const shell = /^([\w.-]+@[\w.-]+):([\w./~-]+)$/.exec(remote ?? '')
  return shell ? `git+ssh://${shell[1]}/${shell[2]}` : undefined
}
