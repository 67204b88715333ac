/** How one's own number looks on a phone. */
export const NUMBER_STYLE = `
:root{--ink:#1c1e22;--soft:#535a64;--paper:#f4f6f7;--surface:#fff;--accent:#1d4468;--call:#1d4468;--on-call:#fff;--warn:#7d5100;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--ink:#ecebe7;--soft:#b4b6ba;--paper:#15181a;--surface:#202225;--accent:#a9cbe2;--call:#a9cbe2;--on-call:#15181a;--warn:#e8bf6a}}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font-size:1.0625rem;line-height:1.6;
 font-family:"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
html:lang(zh-Hant) body{font-family:"PingFang TC","Noto Sans TC","Noto Sans CJK TC","Microsoft JhengHei",system-ui,sans-serif}
html:lang(en) body{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans CJK SC",system-ui,sans-serif}
main{max-width:30rem;margin:0 auto;padding:1.25rem 1rem 2rem;display:grid;gap:1rem}
.office{color:var(--soft)}
h1{font-size:1.5rem;line-height:1.3}
.of{display:block;font-size:1.0625rem;font-weight:400;color:var(--soft)}
#number{font-size:4.5rem;line-height:1.1;font-weight:800;color:var(--accent);font-variant-numeric:tabular-nums}
section{background:var(--surface);border-radius:10px;padding:1rem 1.1rem;display:grid;gap:.4rem}
#headline{font-size:1.5rem;line-height:1.35;font-weight:700}
#wait{font-weight:600}
#wait:empty,#detail:empty,.mark:empty{display:none}
[data-state=called] section{background:var(--call);color:var(--on-call)}
[data-state=missed] #headline,[data-state=one-missing] #headline{color:var(--warn)}
.mark{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
.keep,.keep+p{color:var(--soft);font-size:.9375rem}
.keep{display:none}
:is([data-state=waiting],[data-state=one-missing],[data-state=parked])>.keep{display:block}
@media (scripting:none){.awake{display:none}}
`
