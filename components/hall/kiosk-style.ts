/** How the kiosk looks: upright, 1080 × 1920, for fingers; nothing to press is lower than 80 px. */
export const KIOSK_STYLE = `
html{font-size:calc(100vw/54)}
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
body{min-height:100vh;display:grid;grid-template-rows:auto 1fr auto;background:#f3f4f6;color:#1c1e22;font-size:1.7rem;line-height:1.5;touch-action:manipulation;user-select:none;
 font-family:"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
html:lang(zh-Hant) body{font-family:"PingFang TC","Noto Sans TC","Noto Sans CJK TC","Microsoft JhengHei",system-ui,sans-serif}
html:lang(en) body{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans CJK SC",system-ui,sans-serif}
header{background:#1d4468;color:#fff;padding:2.4rem 3rem;font-size:2.2rem;font-weight:700}
main{padding:4rem 3rem 2rem;display:flex;flex-direction:column;gap:2rem;justify-content:center}
h1{font-size:3.6rem;line-height:1.25;text-wrap:balance}
h2{font-size:2.6rem;line-height:1.3}
.lead{font-size:2rem;color:#535a64;text-wrap:pretty}
.error{background:#fbeceb;color:#a61b1b;border-radius:.8rem;padding:1.2rem 1.6rem;font-weight:600}
form{display:grid;gap:1.6rem}
form.inline{display:contents}
.big,.card,.key,button,input{font:inherit;color:inherit;min-height:4.4rem}
.big{display:flex;align-items:center;justify-content:center;width:100%;min-height:6rem;border:0;border-radius:1rem;background:#2b5d8a;color:#fff;font-size:2.4rem;font-weight:700;text-decoration:none;cursor:pointer;padding:1rem 2rem;text-align:center}
.big.second{background:#fff;color:#1d4468;border:2px solid #2b5d8a}
.cards{display:grid;gap:1.8rem}
.card{display:grid;gap:.4rem;align-content:center;width:100%;min-height:11rem;padding:2rem 2.6rem;border:2px solid #2b5d8a;border-radius:1.4rem;background:#fff;text-align:left;text-decoration:none;cursor:pointer}
.card b{font-size:2.9rem;line-height:1.25;color:#1d4468}
.card span{color:#535a64}
.card.first{background:#2b5d8a}
.card.first b,.card.first span{color:#fff}
label{font-weight:700;font-size:2rem}
input{width:100%;border:2px solid #8a8f98;border-radius:.8rem;background:#fff;padding:.4rem 1.4rem;font-size:2.8rem;letter-spacing:.08em;text-transform:uppercase;font-variant-numeric:tabular-nums}
input.scan{font-size:1.7rem;letter-spacing:0;text-transform:none}
.keys{display:grid;grid-template-columns:repeat(9,1fr);gap:.55rem}
.keys button{min-height:4.9rem;border:1px solid #8a8f98;border-radius:.7rem;background:#fff;font-size:2.2rem;font-weight:600;cursor:pointer;padding:0}
.keys button:active,.big:active,.card:active,.key:active{filter:brightness(.88)}
.keys .back{grid-column:span 2}
.twin{display:grid;grid-template-columns:1fr 1fr;gap:1.4rem}
.number{font-size:11rem;line-height:1;font-weight:800;color:#1d4468;font-variant-numeric:tabular-nums}
.verdict{border-radius:1.4rem;background:#fff;padding:2.6rem;display:grid;gap:1.2rem;border-left:1rem solid #2b5d8a}
.verdict[data-tone=ok]{border-color:#17664a}
.verdict[data-tone=ok] h1{color:#17664a}
.verdict[data-tone=warn]{border-color:#7d5100}
.verdict[data-tone=stop]{border-color:#a61b1b}
.verdict p{font-size:2rem;text-wrap:pretty}
.verdict .number{font-size:11rem}
.follow{display:grid;grid-template-columns:auto 1fr;gap:2rem;align-items:center;background:#fff;border-radius:1.4rem;padding:1.6rem 2rem}
.qr svg{display:block;width:15rem;height:15rem}
video{width:100%;max-height:32rem;border-radius:1rem;background:#000;object-fit:cover}
nav{padding:1.6rem 3rem 2.6rem;display:grid;gap:1.2rem;border-top:1px solid #d5d9df;background:#fff}
nav p{color:#535a64}
.languages{display:grid;grid-template-columns:repeat(3,1fr);gap:1.2rem}
.key{display:flex;align-items:center;justify-content:center;border:2px solid #8a8f98;border-radius:.8rem;background:#fff;text-decoration:none;font-weight:600;font-size:2rem}
.key[aria-current]{background:#1d4468;border-color:#1d4468;color:#fff}
#still{position:fixed;inset:0;background:rgb(28 30 34/.72);display:grid;place-items:center;padding:4rem}
#still>div{background:#fff;border-radius:1.4rem;padding:3rem;display:grid;gap:1.6rem;width:100%}
:focus-visible{outline:4px solid #1c1e22;outline-offset:3px}
`
