/** Light, dark, phone and paper. Fonts are those that systems have for each script; nothing is fetched. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1b1f22;--quiet:#59626b;--line:#dde2e5;--paper:#fff;--raised:#f6f7f8;--accent:#0b5f59;--bad:#b42318;--mark:#e3f1ef}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9eb;--quiet:#a4adb5;--line:#2f363b;--paper:#111416;--raised:#1a1f22;--accent:#65c9bb;--bad:#ff9a8f;--mark:#1d3532}}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);line-height:1.5;overflow-wrap:anywhere;
font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans",Ubuntu,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
:lang(zh-Hant),:lang(zh-TW),:lang(zh-HK){font-family:-apple-system,"Segoe UI","Noto Sans","PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
:lang(ja){font-family:-apple-system,"Segoe UI","Noto Sans","Hiragino Sans","Yu Gothic","Noto Sans CJK JP",sans-serif}
:lang(ko){font-family:-apple-system,"Segoe UI","Noto Sans","Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR",sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:2}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.2rem;border-bottom:1px solid var(--line)}
.name{font-weight:600;font-size:1.05rem;color:inherit;text-decoration:none}
form{display:flex;flex:1 1 18rem;gap:.4rem}
input[type=search]{flex:1;min-width:0;font:inherit;color:inherit;background:var(--raised);border:1px solid var(--quiet);border-radius:4px;padding:.45rem .6rem;min-height:2.5rem}
input::placeholder{color:var(--quiet);opacity:1}
button{font:inherit;min-height:2.5rem;padding:.35rem .9rem;border-radius:4px;border:1px solid var(--accent);background:none;color:var(--accent);cursor:pointer}
.speech{display:flex;gap:.8rem}.speech [aria-current]{color:var(--quiet)}
.speech>*,.chips a,.chips span,.order>*{display:inline-block;min-height:1.75rem;min-width:1.75rem;line-height:1.75rem}
h1{font-size:1.7rem;line-height:1.25;margin:.8rem 0 .3rem}
h2{font-size:1.15rem;margin:1.8rem 0 .5rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
.lead,.facts,.about,footer,.meta{color:var(--quiet)}
.lead{font-size:1.1rem;margin:0 0 .5rem}
.order{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.6rem 0}
.order [aria-current]{font-weight:600;border-bottom:2px solid var(--accent)}
.chips{display:flex;flex-wrap:wrap;gap:.25rem;margin:.6rem 0;padding:0;list-style:none}
.chips a,.chips span{padding:0 .5rem;text-align:center;border:1px solid var(--line);border-radius:4px;text-decoration:none}
.chips [aria-current]{background:var(--mark);border-color:var(--accent);font-weight:600}
.chips small{color:var(--quiet);font-weight:400}
.rows{list-style:none;margin:1rem 0;padding:0}
.row{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.1rem 1.2rem;padding:.55rem 0;border-bottom:1px solid var(--line)}
.row p{margin:0}.head{font-weight:600}.head .status,.head .instead{font-weight:400}
.about{font-size:.9rem}
.subject{border:1px solid var(--line);border-radius:3px;padding:0 .35em;margin-right:.35em}
.status,.instead{font-size:.85rem;color:var(--quiet);white-space:nowrap}
.status[data-status=deprecated],.status[data-status=superseded]{color:var(--bad)}
s{text-decoration-color:var(--bad);text-decoration-thickness:2px}
.section{border-top:1px solid var(--line);margin-top:1.4rem}
.term{padding:.5rem 0}.term h3{display:inline;font-size:1.15rem;margin:0 .5rem 0 0}
dl.meta{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.3rem 0;font-size:.92rem}
dl.meta dd{margin:0;color:var(--ink)}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line)}
cite{display:block;font-size:.85rem;color:var(--quiet);font-style:normal}
.tools{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin-top:1.6rem}
footer{border-top:1px solid var(--line);margin-top:2rem;font-size:.9rem}footer p{margin:.2rem 0}
@media (max-width:36rem){.row,dl.meta{grid-template-columns:1fr}h1{font-size:1.4rem}dl.meta dd{margin-bottom:.3rem}}
@page{margin:18mm 15mm}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#444;--line:#bbb;--paper:#fff;--raised:#fff;--accent:#000;--bad:#000}
form,.speech,.skip,.order,.chips,.tools,.pages{display:none}body{font-size:10pt}a{color:inherit;text-decoration:none}header,main,footer{max-width:none;padding:.3rem 0}.row,.term{break-inside:avoid}h2,h3{break-after:avoid}}
`
