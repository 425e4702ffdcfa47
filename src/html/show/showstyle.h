/* SPDX-License-Identifier: MIT */
/*
 * What show.c writes that is the same for all pages: the policy, the looks of
 * marks and list, in light and dark, and the keys.  SHOW_HASH is the SHA-256
 * of SHOW_SCRIPT in Base64: the only script that the policy lets run
 * (tests/props/boilerstrip.sh compares them).
 */
#ifndef HTML_SHOW_SHOWSTYLE_H
#define HTML_SHOW_SHOWSTYLE_H

#define SHOW_HASH "PH14/7agR2KuuBhfjfLmhyC4wQ64pCP89c66s79uE3A="

#define SHOW_POLICY                                                         \
	"<meta http-equiv=\"Content-Security-Policy\" content=\""           \
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "    \
	"script-src 'sha256-" SHOW_HASH "'; base-uri 'none'; "              \
	"form-action 'none'\">\n"                                           \
	"<meta name=\"viewport\" content=\"width=device-width\">\n"         \
	"<meta name=\"color-scheme\" content=\"light dark\">\n"

#define SHOW_LEGEND                                                         \
	"<p><span class=winnow-keep>kept</span> "                           \
	"<span class=winnow-drop>dropped</span><br>"                        \
	"<kbd>j</kbd> <kbd>k</kbd> next, previous block; "                  \
	"<kbd>n</kbd> <kbd>p</kbd> next, previous change; "                 \
	"<kbd>l</kbd> list on or off</p>"

#define SHOW_STYLE                                                          \
	"winnow-page{display:block!important;margin-right:23rem!important}" \
	"winnow-list{display:block!important;position:fixed!important;"     \
	"top:0;right:0;bottom:0;width:21rem;overflow-y:auto;"               \
	"z-index:2147483647;padding:.75rem;box-sizing:border-box;"          \
	"font:13px/1.45 system-ui,sans-serif!important;text-align:left;"    \
	"background:#fff;color:#222;border-left:1px solid #bbb}"            \
	"winnow-list h2{font-size:15px!important;margin:0 0 .4em!important;"\
	"overflow-wrap:anywhere}"                                           \
	"winnow-list p{margin:0 0 .8em!important}"                          \
	"winnow-list ol{list-style:none!important;margin:0!important;"      \
	"padding:0!important}"                                              \
	"winnow-list li{margin:0 0 2px!important;"                          \
	"border-left:4px solid;list-style:none}"                            \
	"winnow-list a{display:block;padding:1px 6px;color:inherit"         \
	"!important;text-decoration:none!important;white-space:nowrap;"     \
	"overflow:hidden;text-overflow:ellipsis}"                           \
	"winnow-list a:focus{outline:3px solid #06c;outline-offset:-2px}"   \
	"winnow-list kbd{border:1px solid #999;border-radius:3px;"          \
	"padding:0 .3em}"                                                   \
	"winnow-list b{display:inline-block;min-width:3em;"                 \
	"font-variant-numeric:tabular-nums}"                                \
	"winnow-list i{opacity:.75}"                                        \
	"winnow-list span{padding:0 .4em}"                                  \
	".winnow-keep{background-color:#b8e6c1!important;"                  \
	"color:#0b2e13!important;border-color:#1a7f37!important}"           \
	".winnow-drop{background-color:#f8d0cc!important;"                  \
	"color:#4a0e08!important;border-color:#b3261e!important}"           \
	"winnow-block.winnow-drop{text-decoration:underline dotted #b3261e;"\
	"text-underline-offset:3px}"                                        \
	"winnow-block.winnow-here{outline:3px solid #06c!important}"        \
	"winnow-hidden{display:none!important}"                             \
	".winnow-off winnow-list{display:none!important}"                   \
	".winnow-off winnow-page{margin-right:0!important}"                 \
	"@media(prefers-color-scheme:dark){"                                \
	"winnow-list{background:#1b1b1d;color:#ddd;border-color:#555}"      \
	".winnow-keep{background-color:#1d4428!important;"                  \
	"color:#d5f5dc!important;border-color:#4ac26b!important}"           \
	".winnow-drop{background-color:#5a1f1a!important;"                  \
	"color:#fbdcd9!important;border-color:#f2857d!important}"           \
	"winnow-list a:focus{outline-color:#6cb6ff}"                        \
	"winnow-block.winnow-here{outline-color:#6cb6ff!important}}"        \
	"@media(max-width:60rem){"                                          \
	"winnow-list{width:14rem}"                                          \
	"winnow-page{margin-right:15rem!important}}"

/* Moves the focus in the list; the block of what has it is outlined. */
#define SHOW_SCRIPT                                                         \
	"addEventListener('DOMContentLoaded',function(){"                   \
	"var a=[].slice.call(document.querySelectorAll("                    \
	"'winnow-list a')),at=-1;"                                          \
	"function mark(i){"                                                 \
	"document.querySelectorAll('.winnow-here').forEach(function(b){"    \
	"b.classList.remove('winnow-here')});at=i;"                         \
	"var n=a[i].hash.slice(8),f=null;"                                  \
	"document.querySelectorAll('winnow-block[data-n=\"'+n+'\"]')"       \
	".forEach(function(b){f=f||b;b.classList.add('winnow-here')});"     \
	"if(f)f.scrollIntoView({block:'center'})}"                          \
	"function go(i){if(a[i])a[i].focus()}"                              \
	"function kind(i){return a[i].parentNode.className}"                \
	"function change(s){var i=at+s;"                                    \
	"while(a[i]&&at>=0&&kind(i)===kind(at))i+=s;go(i)}"                 \
	"a.forEach(function(e,i){"                                          \
	"e.addEventListener('focus',function(){mark(i)})});"                \
	"document.addEventListener('click',function(e){"                    \
	"var b=e.target.closest&&e.target.closest('winnow-block');"         \
	"if(b)a.forEach(function(x,i){"                                     \
	"if(x.hash==='#winnow-'+b.dataset.n)go(i)})});"                     \
	"document.addEventListener('keydown',function(e){"                  \
	"if(e.ctrlKey||e.altKey||e.metaKey)return;"                         \
	"if(e.key==='j')go(at+1);else if(e.key==='k')go(at-1);"             \
	"else if(e.key==='n')change(1);else if(e.key==='p')change(-1);"     \
	"else if(e.key==='l')"                                              \
	"document.body.classList.toggle('winnow-off')})})"

#endif
