/** How the display looks: read from ten metres, the same at 1920 × 1080 as on a larger wall (everything follows its width). */
export const DISPLAY_STYLE = `
html{font-size:calc(100vw/96)}
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
body{height:100vh;display:grid;grid-template-rows:auto 1fr auto;background:#f3f4f6;color:#1c1e22;overflow:hidden;
 font-family:"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
small{font-size:.6em;font-weight:400;opacity:.85;margin-left:.35em}
header{display:flex;justify-content:space-between;align-items:center;padding:1.1rem 2.6rem;background:#fff;border-bottom:1px solid #d5d9df}
h1{font-size:2rem;font-weight:700}
#clock{font-size:2rem;font-variant-numeric:tabular-nums}
main{display:grid;grid-template-columns:1.55fr 1fr;grid-template-rows:1fr auto;gap:1.4rem;padding:1.4rem 2.6rem;min-height:0}
h2{font-size:1.7rem;font-weight:600}
.now{background:#1d4468;color:#fff;border-radius:1.2rem;padding:2rem 2.6rem;display:flex;flex-direction:column;justify-content:space-between;min-height:0}
.number{font-size:16.5rem;line-height:1;font-weight:800;letter-spacing:.02em;font-variant-numeric:tabular-nums}
.now .to{display:flex;align-items:center;gap:1.4rem;font-size:3.6rem;font-weight:600;line-height:1}
.to b{background:#fff;color:#1d4468;border-radius:1rem;min-width:9rem;padding:.06em .3em;font-size:8.4rem;text-align:center;font-weight:800;font-variant-numeric:tabular-nums}
.now[data-empty] .number{font-size:4.6rem;font-weight:600;line-height:1.4}
.now[data-empty] .to{visibility:hidden}
.now[data-fresh] .number{animation:fresh 1s ease-in-out 4}
@keyframes fresh{50%{opacity:.25}}
.calls{background:#fff;border-radius:1.2rem;padding:1.8rem 2.2rem;min-height:0;overflow:hidden;display:flex;flex-direction:column}
ol{list-style:none;padding:0}
#calls{flex:1;display:grid;grid-template-rows:repeat(6,1fr);margin-top:.6rem}
#calls li{display:flex;justify-content:space-between;align-items:center;border-top:1px solid #e1e4e8;font-size:2rem}
#calls b{font-size:4rem;line-height:1;font-weight:700;font-variant-numeric:tabular-nums}
#calls i{font-style:normal;font-weight:700;font-size:4rem;line-height:1;color:#1d4468}
.next{grid-column:1/-1;background:#fff;border-radius:1.2rem;padding:1.2rem 2.2rem;display:flex;align-items:center;gap:2.6rem;min-height:6.4rem}
.next h2{white-space:nowrap}
#next{display:flex;gap:2.4rem;font-size:2.9rem;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap;overflow:hidden}
footer{display:flex;justify-content:space-between;align-items:center;gap:2rem;padding:.9rem 2.6rem;background:#fff;border-top:1px solid #d5d9df;font-size:1.4rem;color:#535a64;min-height:4rem}
#mark{font-variant-numeric:tabular-nums}
#mark::before{content:"";display:inline-block;width:.8em;height:.8em;border-radius:50%;background:#17664a;margin-right:.5em}
#mark[data-state=polling]::before{background:#7d5100}
#mark[data-state=cut]{color:#a61b1b;font-weight:700}
#mark[data-state=cut]::before{background:#a61b1b}
#sound{font:inherit;padding:.5em 1em;border-radius:.5em;border:1px solid #8a8f98;background:#fbf3e0;color:#5c3b00}
@media (prefers-reduced-motion:reduce){.now[data-fresh] .number{animation:none}}
`
