/** The end: who made what, by asset type. */
export const RESULTS_SCRIPT = `
function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

const percent = (share) => Math.round(share * 100) + ' %';

function showResults({ votes, voters, providers, types }) {
  const count = (number, one) => number + ' ' + one + (number === 1 ? '' : 's');
  const [first] = providers;
  find('[data-summary]').textContent = votes === 0
    ? 'Nobody has voted yet.'
    : count(votes, 'vote') + ' of ' + count(voters, 'voter') + '. The chance is that of being preferred to ' + first +
      ' (Bradley-Terry); the bar is where it lies with 95 % confidence. A bar across the middle has not shown a difference yet.';
  find('[data-tables]').replaceChildren(...types.map((type) => typeTable(type, first)));
}

function typeTable({ title, rows }, first) {
  const head = make('tr', '', ...['Provider', 'Votes', 'Preferred to ' + first, 'From 0 to 100 %'].map(heading));
  const body = make('tbody', '', ...rows.map((row) => resultRow(row, first)));
  return make('section', '', make('h3', '', title), make('table', '', make('thead', '', head), body));
}

function heading(text) {
  const cell = make('th', '', text);
  cell.scope = 'col';
  return cell;
}

function resultRow({ provider, wins, losses, ties, score, low, high }, first) {
  const name = make('th', '', provider);
  name.scope = 'row';
  const isFirst = provider === first;
  const chance = isFirst ? 'the measure' : percent(score) + ' (' + percent(low) + ' to ' + percent(high) + ')';
  return make('tr', '', name, make('td', '', wins + ' won · ' + losses + ' lost · ' + ties + ' tied'), make('td', '', chance), make('td', '', ...(isFirst ? [] : [range(score, low, high)])));
}

function range(score, low, high) {
  const [reach, dot] = [make('i'), make('b')];
  reach.style.left = low * 100 + '%';
  reach.style.width = (high - low) * 100 + '%';
  dot.style.left = score * 100 + '%';
  const bar = make('div', 'range', reach, dot);
  bar.setAttribute('aria-hidden', 'true');
  return bar;
}
`;
