import { createHash } from 'node:crypto';
import { CHROME_STYLE } from '../../report/style-chrome.ts';
import { PANES_SCRIPT } from './script-panes.ts';
import { PLAY_SCRIPT } from './script-play.ts';
import { RESULTS_SCRIPT } from './script-results.ts';
import { VOTING_SCRIPT } from './script-voting.ts';
import { JUDGING_STYLE } from './style-judging.ts';
import { RESULTS_STYLE } from './style-results.ts';

const STYLE = [CHROME_STYLE, JUDGING_STYLE, RESULTS_STYLE].join('');
const SCRIPT = `(() => {\n'use strict';\n${[PLAY_SCRIPT, PANES_SCRIPT, RESULTS_SCRIPT, VOTING_SCRIPT].join('\n')}})();`;

/** The same for every comparison and voter: all that it shows it asks the server for. */
export const PAGE: Uint8Array = new TextEncoder().encode(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Judging blind</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header class="head">
  <h1 data-pack>Judging blind</h1>
  <p data-count></p>
  <progress max="1" value="0" aria-label="Pairs judged"></progress>
  <button type="button" data-act="rename" data-who hidden></button>
</header>
<p class="banner" role="alert" data-trouble hidden><span></span> <button type="button" data-act="retry">Try again</button></p>
<noscript><p class="banner">This page needs JavaScript to show one pair after the other.</p></noscript>
<main class="judging" hidden>
  <div class="caption"><h2 data-asset tabindex="-1"></h2><p data-about></p></div>
  <div class="sides">${side('a', 'A')}${side('b', 'B')}</div>
  <div class="choices" role="group" aria-label="Which is better?">
    <button type="button" data-act="left" aria-keyshortcuts="ArrowLeft"><kbd class="leftward" aria-hidden="true"></kbd> A is better</button>
    <button type="button" data-act="tie" aria-keyshortcuts="Space">Can’t tell <kbd aria-hidden="true">space</kbd></button>
    <button type="button" data-act="right" aria-keyshortcuts="ArrowRight">B is better <kbd class="rightward" aria-hidden="true"></kbd></button>
  </div>
  <div class="tools" role="group" aria-label="Tools">
    <button type="button" data-act="undo" aria-keyshortcuts="u Backspace">Undo <kbd aria-hidden="true">U</kbd></button>
    <button type="button" data-act="ground" aria-keyshortcuts="b"><span></span> <kbd aria-hidden="true">B</kbd></button>
    <button type="button" data-act="zoom" aria-keyshortcuts="z"><span></span> <kbd aria-hidden="true">Z</kbd></button>
    <button type="button" data-act="play" aria-keyshortcuts="p"><span></span> <kbd aria-hidden="true">P</kbd></button>
    <button type="button" data-act="finish" aria-keyshortcuts="r">Results <kbd aria-hidden="true">R</kbd></button>
  </div>
</main>
<main class="results" hidden>
  <h2 tabindex="-1">The votes</h2>
  <p data-summary></p>
  <div data-tables></div>
  <p class="tools"><button type="button" data-act="undo">Undo the last vote</button> <button type="button" data-act="again" data-again>Go on judging</button></p>
</main>
<dialog data-naming aria-labelledby="naming">
  <form>
    <h2 id="naming">Who judges?</h2>
    <p>Votes are kept under a name, so that several people can judge. You see two pictures of the same thing and say which is better; who made which is told at the end.</p>
    <label>Name <input name="voter" value="me" maxlength="60" required autocomplete="off"></label>
    <button class="main">Begin</button>
  </form>
</dialog>
<dialog data-finishing aria-labelledby="finishing">
  <form>
    <h2 id="finishing">See who made what?</h2>
    <p data-left></p>
    <p class="tools"><button class="main">Show the results</button> <button type="button" data-act="stay">Go on judging</button></p>
  </form>
</dialog>
<p class="said" role="status" data-said></p>
<script>${SCRIPT}</script>
</body>
</html>
`);

function side(name: string, letter: string): string {
  return `<figure data-side="${name}"><figcaption><b>${letter}</b> <small></small></figcaption><div class="pane" role="group" aria-label="Picture ${letter}"></div></figure>`;
}

/** Only our own style and script run, and only our own pictures are shown. */
export const PAGE_POLICY: string = [
  "default-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
