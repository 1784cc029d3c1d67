import type { Family } from '../figure.ts';
import type { FamilyName } from '../vocabulary/nouns.ts';
import * as arms from './arms.ts';
import * as beasts from './beasts.ts';
import * as belongings from './belongings.ts';
import * as birds from './birds.ts';
import * as crawlers from './crawlers.ts';
import * as farm from './farm.ts';
import * as folk from './folk.ts';
import * as food from './food.ts';
import * as gadgets from './gadgets.ts';
import * as objects from './objects.ts';
import * as people from './people.ts';
import * as places from './places.ts';
import * as plants from './plants.ts';
import * as reptiles from './reptiles.ts';
import * as sea from './sea.ts';
import * as space from './space.ts';
import * as spirits from './spirits.ts';
import * as standIns from './stand-ins.ts';
import * as treasure from './treasure.ts';
import * as undead from './undead.ts';
import * as vehicles from './vehicles.ts';
import * as weather from './weather.ts';

/** How each family is drawn. Whatever these files export is a family of that name. */
export const FAMILIES: Readonly<Record<FamilyName, Family>> = {
  ...arms,
  ...beasts,
  ...belongings,
  ...birds,
  ...crawlers,
  ...farm,
  ...folk,
  ...food,
  ...gadgets,
  ...objects,
  ...people,
  ...places,
  ...plants,
  ...reptiles,
  ...sea,
  ...space,
  ...spirits,
  ...standIns,
  ...treasure,
  ...undead,
  ...vehicles,
  ...weather,
};
