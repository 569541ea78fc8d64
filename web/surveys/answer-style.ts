/**
 * The respondent's style and script, sent within the page: one response, no further request. Written for WeChat's browser
 * of 2019: no :has, no nesting, no @layer, no arrow function. JSX escapes quotes and brackets, so neither stands here.
 */
export const style = `
:root{--p:#faf8f2;--h:#ddd5c5;--l:#877b66;--s:#5f574b;--i:#211d18;--r:#b8301c;--b:#b8301c;--o:#fffcf5;--g:Noto Serif CJK SC,Source Han Serif SC,Songti SC,STSong,SimSun,serif;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--p:#191714;--h:#3b362e;--l:#8a8070;--s:#b5ab98;--i:#ebe4d6;--r:#f0846c;--b:#c43c26;--o:#fffaf2}}
*{box-sizing:border-box}
html{background:var(--p);color:var(--i);font:125%/1.4 PingFang SC,Microsoft YaHei,Noto Sans CJK SC,system-ui,sans-serif;-webkit-text-size-adjust:100%}
html.big{font-size:187.5%}
body{max-width:32rem;margin:0 auto;padding:1rem 1rem 4rem;overflow-wrap:break-word}
[hidden]{display:none}
h2{font:700 1.2rem/1.35 var(--g);margin:2.5rem 0 -1rem}
h1{font:700 1.4rem/1.35 var(--g);margin:.2rem 0}
p{margin:.5rem 0;font-size:.9rem;color:var(--s)}
a{color:inherit;display:inline-block;min-width:60px;padding:.9rem .8rem .9rem 0}
header{border-bottom:4px solid var(--i);box-shadow:0 3px 0 var(--p),0 4px 0 var(--i);padding-bottom:.3rem;margin-bottom:1rem}
header p span{white-space:nowrap}
fieldset{border:0;margin:2rem 0 0;padding:0;min-width:0}
legend,.q{display:flex;width:100%;padding:0 0 .5rem;font-weight:700;font-size:1.05rem}
legend b,.q b{flex:none;font:400 1.3rem/1.15 var(--g);color:var(--s);margin-right:.5rem}
em{margin-left:.5rem;font-style:normal;font-weight:400;font-size:.9rem;color:var(--s)}
.o{display:block;position:relative;border-top:1px solid var(--h)}
.o:last-child{border-bottom:1px solid var(--h)}
.o input{position:absolute;opacity:0;left:1rem;top:1.2rem;width:1px;height:1px}
.o input+span{display:flex;align-items:center;min-height:64px;margin:-1px 0;padding:.2rem .6rem;border:3px solid transparent;cursor:pointer}
.o svg,.o i{flex:none;width:40px;height:40px;margin-right:.8rem;fill:none;stroke:var(--s);stroke-width:1.6;stroke-linecap:round}
.o i{width:26px;height:26px;margin:0 1.15rem 0 7px;border:2px solid var(--l);border-radius:50%}
.k i{border-radius:2px}
.g{display:flex;flex-wrap:wrap;border-top:1px solid var(--h)}
.g .o{flex:0 0 20%;border:0;border-bottom:1px solid var(--h)}
.g input+span{justify-content:center;margin:0}
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
 * Comfort only: takes the code from the address's fragment, keeps a draft on the phone until it is sent, hides the questions
 * that aren't for this person, remembers the size of the text, and goes on sending while there is no network. The draft carries
 * the answer's id, so that an answer sent again after a lost reply is still the same answer. What comes back with anything but
 * "received" is sent once more as a plain form, so that the page says what is the matter.
 */
export const script = `(function(){
var f=document.forms[0],s,k=\`huijia \`+location.pathname,d=null,h=decodeURIComponent(location.hash.slice(1)),c=f.elements.code,
w=document.getElementById(\`state\`),z=document.getElementById(\`size\`),r=document.documentElement,o=document.getElementById(\`kept\`);
function each(l,g){[].forEach.call(l,g)}
function p(t){return t.replace(/[ -]/g,\`\`).toUpperCase()}
function box(e){return /radio|checkbox/.test(e.type)}
function size(b){r.classList[b?\`add\`:\`remove\`](\`big\`);z.textContent=z.getAttribute(b?\`data-normal\`:\`data-large\`)}
try{s=document.querySelector(\`button\`).disabled?null:localStorage;d=JSON.parse(s.getItem(k));if(s.getItem(\`huijia-big\`))size(1)}catch(e){}
z.addEventListener(\`click\`,function(e){e.preventDefault();var b=!r.classList.contains(\`big\`);size(b);
try{if(b)s.setItem(\`huijia-big\`,1);else s.removeItem(\`huijia-big\`)}catch(e){}});
if(d)if(Math.floor((Date.now()-d.at)/864e5)||(h?p(h)!==p(d.code||h):false)){d=null;s.removeItem(k)}
if(d)if(f.hasAttribute(\`data-fresh\`)){each(f.elements,function(e){
if(!e.name)return;
if(box(e))e.checked=(d[e.name]+\` \`).indexOf(\` \`+e.value+\` \`)!==-1;else if(d[e.name])e.value=d[e.name]});
o.hidden=false;o.lastElementChild.addEventListener(\`click\`,function(){s.removeItem(k)})}
if(h)if(!c.value)c.value=h;
function show(){each(document.querySelectorAll(\`[data-if]\`),function(q){
var t=q.getAttribute(\`data-if\`).split(\`=\`),on=false;
each(f.elements,function(e){if(e.name===t[0])if(e.value===t[1])if(e.checked)on=!e.matches(\`:disabled\`)});
q.hidden=q.disabled=!on})}
function keep(){var n={at:Date.now()};each(f.elements,function(e){if(e.name)if(box(e)){if(e.checked)n[e.name]=(n[e.name]||\`\`)+\` \`+e.value}else n[e.name]=e.value});
try{s.setItem(k,JSON.stringify(n))}catch(e){}}
function both(){show();keep()}
f.addEventListener(\`input\`,both);f.addEventListener(\`change\`,both);show();
if(!f.hasAttribute(\`data-fresh\`))keep();
var busy=0,tries=0,wait=0;
function send(){var x=new XMLHttpRequest(),b=[];
each(f.elements,function(e){if(e.name)if(!e.matches(\`:disabled\`))if(!box(e)||e.checked)b.push(encodeURIComponent(e.name)+\`=\`+encodeURIComponent(e.value))});
clearTimeout(wait);wait=0;busy=1;w.className=\`\`;w.textContent=f.getAttribute(\`data-sending\`);
x.open(\`POST\`,f.action);x.timeout=3e4;x.setRequestHeader(\`Accept\`,\`application/json\`);
x.setRequestHeader(\`Content-Type\`,\`application/x-www-form-urlencoded\`);
x.onload=function(){if(x.status===201)location.href=JSON.parse(x.responseText).location;else f.submit()};
x.onerror=x.ontimeout=function(){busy=0;w.className=\`w\`;w.textContent=f.getAttribute(\`data-offline\`);wait=setTimeout(send,Math.min(++tries*2e3,3e4))};
x.send(b.join(String.fromCharCode(38)))}
f.addEventListener(\`submit\`,function(e){e.preventDefault();if(!busy)send()});
addEventListener(\`online\`,function(){if(wait)send()});
addEventListener(\`pageshow\`,function(){busy=0;clearTimeout(wait);w.textContent=w.className=\`\`});
})()`;
