/** Filters and orders the cards, and switches the ground behind pictures and the view of all cards. */
export const FILTER_SCRIPT = `
const form = document.querySelector('.filter');
const grid = document.querySelector('.cards');
const cards = [...grid.querySelectorAll('.card')];
const output = form.querySelector('output');
const nothing = grid.querySelector('.nothing');
const differences = new Map(cards.map((card) => [card, JSON.parse(card.dataset.differences)]));
let order = '';
form.hidden = false;

function fits({ dataset }) {
  const { text, type, gate, unmade, number } = form.elements;
  return (
    dataset.id.toLowerCase().includes(text.value.trim().toLowerCase()) &&
    (!type.value || dataset.type === type.value) &&
    (!gate.value || dataset.gate === gate.value) &&
    (!number || !number.value || dataset.number === number.value) &&
    (!unmade.value || (unmade.value === 'any' ? dataset.unmade !== '' : dataset.unmade.split(' ').includes(unmade.value)))
  );
}

function filter() {
  let shown = 0;
  for (const card of cards) {
    card.hidden = !fits(card);
    if (!card.hidden) shown += 1;
  }
  output.value = shown === cards.length ? cards.length + (shown === 1 ? ' card' : ' cards') : shown + ' of ' + cards.length;
  nothing.hidden = shown > 0;
}

function sort() {
  if (order === form.elements.order.value) return;
  order = form.elements.order.value;
  const differenceOf = (card) => (order ? (differences.get(card)[order] ?? -1) : 0);
  nothing.before(...[...cards].sort((a, b) => differenceOf(b) - differenceOf(a)));
}

function switchGround() {
  document.body.dataset.ground = form.elements.ground.value;
}

const picture = document.querySelector('.game-ground');
if (picture) document.body.style.setProperty('--game', 'url("' + picture.src + '")');
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', (event) => {
  switchGround();
  sort();
  filter();
  if (event.target.name === 'view') dispatchEvent(new CustomEvent('view-all', { detail: event.target.value }));
});
document.querySelector('[data-reset]').addEventListener('click', () => {
  for (const name of ['text', 'type', 'gate', 'unmade', 'number']) if (form.elements[name]) form.elements[name].value = '';
  filter();
  form.elements.text.focus();
});
switchGround();
filter();
`;
