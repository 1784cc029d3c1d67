/** One pair after the other: what is asked of the server, what is said to it, and which key does what. */
export const VOTING_SCRIPT = `
const STORED = 'limner-voter';
const [naming, finishing] = [find('[data-naming]'), find('[data-finishing]')];
const state = { voter: '', view: undefined, isBusy: false, last: () => show() };

function say(text) {
  find('[data-said]').textContent = text;
}

/** Does one thing at a time; what fails can be tried again. */
async function alone(work) {
  if (state.isBusy) return;
  setBusy(true);
  state.last = work;
  try {
    await work();
    find('[data-trouble]').hidden = true;
  } catch (error) {
    const text = error instanceof TypeError ? 'limner does not answer. Is it still running? Start it again; no vote is lost.' : error.message;
    find('[data-trouble] span').textContent = text;
    find('[data-trouble]').hidden = false;
  } finally {
    setBusy(false);
  }
}

function setBusy(isBusy) {
  state.isBusy = isBusy;
  find('.judging').setAttribute('aria-busy', String(isBusy));
}

async function ask(method, path, body) {
  const told = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(path + '?voter=' + encodeURIComponent(state.voter), { method, ...told });
  const answer = await response.json();
  if (response.ok) return answer;
  throw Object.assign(new Error(answer.error), { status: response.status });
}

const show = async () => present(await ask('GET', '/api/pair'));

async function vote(choice) {
  const { pair } = state.view;
  if (!pair) return;
  try {
    await present(await ask('POST', '/api/votes', { voter: state.voter, pair: pair.id, choice }));
  } catch (error) {
    // The server was started anew since, and names pairs otherwise now.
    if (error.status !== 409) throw error;
    await show();
  }
}

async function present(view) {
  state.view = view;
  const { pack, done, total, pair, background } = view;
  find('[data-pack]').textContent = pack;
  find('[data-count]').textContent = done + ' of ' + total;
  find('progress').value = done / total;
  document.title = done + ' of ' + total + ' · ' + pack;
  for (const button of document.querySelectorAll('[data-act=undo]')) button.disabled = done === 0;
  if (!pair) return results();
  look.hasGame = background !== undefined;
  if (background) find('.sides').style.setProperty('--game', 'url(' + background + ')');
  const pictures = await loadPictures(pair);
  const about = [pair.type, pair.description].filter(Boolean).join(' · ');
  find('[data-asset]').textContent = pair.asset;
  find('[data-about]').textContent = about;
  look.isScene = pair.isScene;
  showGround(look.ground);
  turnTo('judging');
  showPictures(pictures, pair.motion);
  say('Pair ' + (done + 1) + ' of ' + total + ': ' + pair.asset + '. ' + about);
}

async function results() {
  showResults(await ask('GET', '/api/results'));
  find('[data-again]').hidden = !state.view.pair;
  turnTo('results');
  find('.results h2').focus();
  say(find('[data-summary]').textContent);
}

async function finish() {
  await ask('POST', '/api/finish', {});
  await results();
}

function turnTo(name) {
  for (const part of ['judging', 'results']) find('.' + part).hidden = part !== name;
}

function rename() {
  naming.querySelector('input').value = state.voter || 'me';
  naming.showModal();
  naming.querySelector('input').select();
}

function begin(voter) {
  state.voter = voter;
  try { localStorage.setItem(STORED, voter); } catch { /* It is asked again next time. */ }
  find('[data-who]').textContent = 'Judging as ' + voter;
  find('[data-who]').hidden = false;
  alone(show);
}

const judges = () => !find('.judging').hidden;
const acts = {
  left: () => judges() && alone(() => vote('left')),
  right: () => judges() && alone(() => vote('right')),
  tie: () => judges() && alone(() => vote('tie')),
  undo: () => state.view && state.view.done > 0 && alone(async () => present(await ask('DELETE', '/api/votes/last'))),
  ground: () => judges() && looks.ground(),
  zoom: () => judges() && looks.zoom(),
  play: () => judges() && looks.play(),
  finish() {
    if (!judges()) return;
    const { done, total } = state.view;
    find('[data-left]').textContent = 'You have judged ' + done + ' of ' + total + ' pairs. The results name the providers. You can go on judging afterwards: which picture is whose stays hidden.';
    finishing.showModal();
  },
  again: () => { turnTo('judging'); resize(); find('[data-asset]').focus(); },
  stay: () => finishing.close(),
  retry: () => alone(state.last),
  rename,
};
const keys = { ArrowLeft: 'left', ArrowRight: 'right', ' ': 'tie', u: 'undo', Backspace: 'undo', b: 'ground', z: 'zoom', p: 'play', r: 'finish' };
const scrolls = { ArrowUp: [0, -60], ArrowDown: [0, 60] };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || document.querySelector('dialog[open]')) return;
  // A button that was chosen by keyboard is pressed by it.
  if (event.key === ' ' && event.target.closest('button')) return;
  if (scrolls[event.key] && judges()) panes[0].scrollBy(...scrolls[event.key]);
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  if (!event.repeat) acts[act]();
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act]');
  if (!button) return;
  // Else the next press of the space bar would press the button again that was clicked.
  if (event.detail > 0) button.blur();
  acts[button.dataset.act]();
});
naming.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const voter = naming.querySelector('input').value.trim();
  if (voter === '') return;
  naming.close();
  begin(voter);
});
naming.addEventListener('cancel', (event) => { if (!state.voter) event.preventDefault(); });
finishing.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  finishing.close();
  alone(finish);
});

let known = null;
try { known = localStorage.getItem(STORED); } catch { /* It is asked. */ }
if (known) begin(known);
else rename();
`;
