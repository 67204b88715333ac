/** The look of the documentation, after the colours of `app/globals.css`; phones first, dark where asked for. */
export const DOCS_STYLE = `
:root{--ink:#1c1e22;--soft:#535a64;--line:#e2e1dc;--paper:#f7f6f2;--surface:#fff;--accent:#85211b;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--ink:#ecebe7;--soft:#b4b6ba;--line:#37393d;--paper:#17181a;--surface:#202225;--accent:#f0a09a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main{max-width:62rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:center}
header p{margin:0}nav{display:flex;gap:.25rem 1rem;flex-wrap:wrap}
header a,header span{padding:.6rem 0;display:inline-block}
.brand a{font-weight:700;text-decoration:none}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,pre:focus-visible{outline:3px solid currentColor;outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--surface);padding:.5rem 1rem}
h1{font-size:1.9rem;line-height:1.25}h2{margin-top:3rem;font-size:1.45rem}
h3{margin:0 0 .5rem;font-size:1.1rem;overflow-wrap:anywhere}h4{margin:1.25rem 0 .25rem;font-size:1rem}
section{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;margin:1.25rem 0}
.lead{font-weight:600;margin:.25rem 0}.who{color:var(--soft);margin:.25rem 0}
.method,.status{font-weight:700;color:var(--accent)}
code,pre{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
pre{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.75rem}pre code{overflow-wrap:normal}
.fields{margin:.25rem 0 0}.fields div{padding:.5rem 0;border-top:1px solid var(--line)}
.fields dt{margin:0}.need,.type{color:var(--soft);font-size:.9rem}.type{overflow-wrap:anywhere}
@media(min-width:48rem){.fields div{display:grid;grid-template-columns:16rem 1fr;column-gap:1rem}.fields dt{grid-row:span 2}}
.toc{list-style:none;padding:0}.toc li{padding:.35rem 0}
dt{margin-top:1rem}dd{margin:0}
`
