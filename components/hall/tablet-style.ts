/** How the tablet of a window looks: flat on the counter, either way up, for fingers; everything follows its shorter side. */
export const TABLET_STYLE = `
html{font-size:clamp(12px,2.15vmin,30px)}
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
body{min-height:100vh;display:grid;grid-template-rows:auto 1fr auto;background:#f3f4f6;color:#1c1e22;font-size:1.25rem;line-height:1.5;touch-action:manipulation;
 font-family:"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
html:lang(zh-Hant) body{font-family:"PingFang TC","Noto Sans TC","Noto Sans CJK TC","Microsoft JhengHei",system-ui,sans-serif}
html:lang(en) body{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans CJK SC",system-ui,sans-serif}
header{display:flex;justify-content:space-between;gap:1rem;background:#1d4468;color:#fff;padding:1rem 2rem;font-size:1.4rem;font-weight:700}
main{display:grid;align-content:center;padding:1.4rem 2rem}
section{display:grid;gap:.9rem}
#rest,#thanks{text-align:center;gap:1.4rem}
h1{font-size:2.4rem;line-height:1.25;text-wrap:balance}
#rest h1{font-size:3rem;color:#1d4468}
#thanks h1{font-size:3rem;color:#17664a}
.lead{color:#535a64;text-wrap:pretty}
#rest .lead,#thanks .lead{font-size:1.6rem}
.error{background:#fbeceb;color:#a61b1b;border-radius:.6rem;padding:.7rem 1.1rem;font-weight:600}
form{display:grid;gap:.9rem}
fieldset{border:0;padding:0;min-width:0}
legend,form>label{font-weight:700;padding:0}
.levels{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.9rem;margin-top:.5rem}
.levels label{position:relative;display:grid;justify-items:center;align-content:center;gap:.5rem;min-height:9rem;padding:.8rem .4rem;border:3px solid #8a8f98;border-radius:1rem;background:#fff;text-align:center;font-weight:700;line-height:1.25;cursor:pointer}
.levels input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.levels svg{width:4.2rem;height:4.2rem;fill:none;stroke:#2b5d8a;stroke-width:3;stroke-linecap:round}
.levels label:has(:checked){background:#1d4468;border-color:#1d4468;color:#fff}
.levels label:has(:checked) svg{stroke:#fff}
.levels label:has(:focus-visible){outline:4px solid #1c1e22;outline-offset:3px}
textarea{width:100%;font:inherit;color:inherit;border:2px solid #8a8f98;border-radius:.7rem;background:#fff;padding:.6rem .9rem;resize:none}
.ways{display:grid;grid-template-columns:2fr 1fr;gap:.9rem}
.ways:has(#decline[hidden]){grid-template-columns:1fr}
.big{min-height:4rem;border:0;border-radius:.8rem;background:#2b5d8a;color:#fff;font:inherit;font-size:1.6rem;font-weight:700;cursor:pointer;padding:.6rem 1.2rem}
.big.second{background:#fff;color:#1d4468;border:2px solid #2b5d8a}
.big:active,.levels label:active,.key:active{filter:brightness(.88)}
#soon{font-weight:600;color:#7d5100}
nav{display:flex;flex-wrap:wrap;gap:.9rem;align-items:center;padding:.8rem 2rem;border-top:1px solid #d5d9df;background:#fff}
.key{display:flex;align-items:center;justify-content:center;min-height:3rem;min-width:9rem;padding:0 1rem;border:2px solid #8a8f98;border-radius:.7rem;background:#fff;color:inherit;text-decoration:none;font-weight:600}
.key[aria-current]{background:#1d4468;border-color:#1d4468;color:#fff}
#mark{margin-left:auto;color:#7d5100;font-weight:600}
:focus-visible{outline:4px solid #1c1e22;outline-offset:3px}
@media (orientation:portrait){.levels{grid-template-columns:1fr}.levels label{grid-template-columns:auto 1fr;justify-items:start;align-items:center;min-height:4.5rem;padding:.4rem 1.4rem;text-align:left;gap:1.2rem;font-size:1.5rem}.levels svg{width:3.2rem;height:3.2rem}}
`
