/**
 * The respondent's style and script, sent within the page: one response, no further request. Written for WeChat's browser
 * of 2019: no :has, no nesting, no @layer, no arrow function. JSX escapes quotes and brackets, so neither stands here.
 */
export const style = `
:root{--p:#faf8f2;--h:#ddd5c5;--l:#877b66;--s:#5f574b;--i:#211d18;--r:#b8301c;--b:#b8301c;--o:#fffcf5;--g:Noto Serif CJK SC,Source Han Serif SC,Songti SC,STSong,SimSun,serif;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--p:#191714;--h:#3b362e;--l:#8a8070;--s:#b5ab98;--i:#ebe4d6;--r:#f0846c;--b:#c43c26;--o:#fffaf2}}
*{box-sizing:border-box}
html{background:var(--p);color:var(--i);font:125%/1.4 PingFang SC,Microsoft YaHei,Noto Sans CJK SC,system-ui,sans-serif;-webkit-text-size-adjust:100%}
html.big{font-size:165%}
body{max-width:32rem;margin:0 auto;padding:1rem 1rem 4rem;overflow-wrap:break-word}
h1{font:700 1.4rem/1.35 var(--g);margin:.2rem 0}
p{margin:.5rem 0;font-size:.9rem;color:var(--s)}
a{color:inherit;display:inline-block;min-width:60px;padding:.9rem .8rem .9rem 0}
header{border-bottom:4px solid var(--i);box-shadow:0 3px 0 var(--p),0 4px 0 var(--i);padding-bottom:.3rem;margin-bottom:1rem}
header span{white-space:nowrap}
fieldset{border:0;margin:2rem 0 0;padding:0;min-width:0}
legend,.q{display:flex;width:100%;padding:0 0 .5rem;font-weight:700;font-size:1.05rem}
legend b,.q b{flex:none;font:400 1.3rem/1.15 var(--g);color:var(--s);margin-right:.5rem}
em{margin-left:.5rem;font-style:normal;font-weight:400;font-size:.9rem;color:var(--s)}
.o{display:block;position:relative;border-top:1px solid var(--h)}
.o:last-child{border-bottom:1px solid var(--h)}
.o input{position:absolute;opacity:0;left:1rem;top:1.2rem;width:1px;height:1px}
.o span{display:flex;align-items:center;min-height:64px;margin:-1px 0;padding:.2rem .6rem;border:3px solid transparent;cursor:pointer}
.o svg,.o i{flex:none;width:40px;height:40px;margin-right:.8rem;fill:none;stroke:var(--s);stroke-width:1.6;stroke-linecap:round}
.o i{width:26px;height:26px;margin:0 1.15rem 0 7px;border:2px solid var(--l);border-radius:50%}
.o input:checked+span{border-color:var(--i);font-weight:700}
.o input:checked+span i{border-color:var(--i);background:var(--i);box-shadow:inset 0 0 0 5px var(--p)}
.o input:checked+span circle{fill:var(--i);stroke:var(--i)}
.o input:checked+span path{stroke:var(--p)}
.o input:focus+span,textarea:focus,.c:focus,button:focus,a:focus{outline:3px solid var(--i);outline-offset:3px}
textarea,.c{display:block;width:100%;min-height:64px;padding:.6rem;border:2px solid var(--l);border-radius:2px;background:none;color:inherit;font:inherit}
.c{font-family:ui-monospace,Consolas,monospace;font-size:1.2rem;letter-spacing:.08em;text-transform:uppercase}
button{display:block;width:100%;min-height:64px;margin-top:2rem;border:0;border-radius:2px;background:var(--b);color:var(--o);font:700 1.2rem/1 var(--g);letter-spacing:.3em;cursor:pointer}
.en button{letter-spacing:.02em}
.w{border-top:3px solid var(--r);border-bottom:1px solid var(--r);padding:.6rem 0;color:var(--r);font-weight:700;font-size:1rem}
.x{color:var(--r);font-size:1rem}
`;

/**
 * Comfort only: takes the code from the address's fragment, keeps a draft on the phone until it is sent, and sends once.
 * The draft carries the answer's id, so that an answer sent again after a lost reply is still the same answer.
 */
export const script = `(function(){
var f=document.forms[0],s,k=\`huijia \`+location.pathname,d=null,h=decodeURIComponent(location.hash.slice(1)),c=f.elements.code;
try{s=localStorage;d=JSON.parse(s.getItem(k))}catch(e){}
function p(t){return t.replace(/[ -]/g,\`\`).toUpperCase()}
if(d)if(Math.floor((Date.now()-d.at)/864e5)||(h?p(h)!==p(d.code||h):false)){d=null;s.removeItem(k)}
if(d)if(f.hasAttribute(\`data-fresh\`))[].forEach.call(f.elements,function(e){
if(!e.name)return;
if(e.type===\`radio\`)e.checked=d[e.name]===e.value;else if(d[e.name])e.value=d[e.name]});
if(h)if(!c.value)c.value=h;
function keep(){var n={at:Date.now()};[].forEach.call(f.elements,function(e){if(e.name)if(e.type!==\`radio\`||e.checked)n[e.name]=e.value});
try{s.setItem(k,JSON.stringify(n))}catch(e){}}
f.addEventListener(\`input\`,keep);f.addEventListener(\`change\`,keep);
if(!f.hasAttribute(\`data-fresh\`))keep();
var on=0;f.addEventListener(\`submit\`,function(e){if(on)e.preventDefault();on=1;setTimeout(function(){on=0},8e3)});
addEventListener(\`pageshow\`,function(){on=0});
})()`;
