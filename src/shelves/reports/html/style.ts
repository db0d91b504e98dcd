/** The page's only style: both colour schemes, a column of links where there is room, paper. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2330, #dfe4ec); --soft: light-dark(#5a6475, #9aa5b5);
  --page: light-dark(#fff, #12161d); --panel: light-dark(#f4f6f9, #1b212b); --rule: light-dark(#d6dce5, #323b49);
  --link: light-dark(#0b57b0, #7db5ff); --warn: light-dark(#8a4b00, #ffc266); --bad: light-dark(#b3261e, #ff8a80);
  --good: light-dark(#1b6e33, #7ddb95); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--page); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 62rem; padding: 1.5rem; margin: 0 auto; }
nav { background: var(--panel); border-bottom: 1px solid var(--rule); padding: .75rem 1.5rem; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
a { color: var(--link); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; margin-top: 0; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
.part { border-top: 1px solid var(--rule); margin-top: 2.5rem; scroll-margin-top: 1rem; }
p, li, td code { overflow-wrap: anywhere; }
.notice { background: var(--panel); border-left: .3rem solid var(--warn); padding: .6rem .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
code { font: .9em/1.45 ui-monospace, monospace; }
pre { background: var(--panel); border: 1px solid var(--rule); padding: .75rem 1rem; overflow-x: auto; }
pre.page { white-space: pre-wrap; overflow-wrap: anywhere; }
details { border: 1px solid var(--rule); margin: .5rem 0; padding: .35rem .9rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.pass { color: var(--good); }
.fail { color: var(--bad); font-weight: 600; }
.partial { color: var(--warn); font-weight: 600; }
.skipped { color: var(--soft); }
@media (min-width: 80rem) {
  body { display: grid; grid-template-columns: 17rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow: auto; border: 0; border-right: 1px solid var(--rule); }
  nav ol { flex-direction: column; gap: .5rem; }
}
@media print {
  :root { color-scheme: light; }
  nav { display: none; }
  main { max-width: none; padding: 0; }
  body { display: block; font-size: 10.5pt; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  h2, h3, summary { break-after: avoid; }
  tr, .notice { break-inside: avoid; }
}
`
