import type { Kind } from './things.ts';

/**
 * Words that change the color of the thing beside them: our own work. Each is `word lightness chroma`: lightness is
 * added to OKLab L (hundredths), chroma multiplies OKLab a and b (percent).
 */
const SHIFTS = `
dark -16 95, deep -10 108, light 12 72, pale 14 55, bright 5 120, vivid 0 120, dull -3 60, muted 0 60, dusty 0 60,
faded 6 60, soft 6 72, pastel 12 60, neon 6 130, electric 0 125, fluorescent 6 130, hot 0 120, warm 1 105, cool 0 92,
rich -5 115, intense -2 122, strong -2 115, gentle 6 75, subtle 5 65, royal -6 115, shiny 5 108, glossy 3 108, matte -2 85,
midnight -24 70, night -22 75, evening -12 85, morning 8 80, noon 6 105, sunny 8 110, sunlit 8 108, shady -10 85,
shadowy -14 75, cloudy 2 55, foggy 8 45, misty 10 45, hazy 7 55, smoky -4 50, stormy -12 60, rainy -6 70, tropical 5 115,
arctic 12 60, winter 6 55, summer 3 112, spring 6 105, autumn -5 95, wet -7 100, damp -5 95, dry 5 75, dried -8 80,
fresh 4 115, ripe -2 112, unripe 6 90, overripe -10 85, rotten -16 65, moldy -5 60, spoiled -12 65, old -3 65, aged -6 70,
ancient -5 60, antique -4 65, vintage -2 65, retro -1 80, worn 3 65, new 3 110, young 6 100, baby 14 60, burnt -14 85,
burned -14 85, charred -24 50, toasted -7 95, roasted -10 95, baked -7 95, fried -3 100, grilled -9 90, cooked -4 85,
raw 2 105, boiled 3 85, melted -2 105, melting 3 95, frozen 8 65, icy 10 60, snowy 16 35, frosty 12 50, milky 14 50,
creamy 14 50, milk 14 55, cream 14 55, yogurt 14 50, smoothie 10 65, milkshake 13 55, latte 12 55, dirty -8 65,
muddy -12 60, murky -10 60, filthy -12 55, clean 4 105, clear 8 90, bleached 16 45, washed 10 55, sweet 3 105, sour 4 110,
spicy -2 112, bitter -8 85, dying -7 65, dead -8 50, healthy 0 110, juicy 0 115, tender 6 75, wild -2 108, dusky -10 70,
glowing 8 125, shimmering 6 105, polished 3 110, hidden -8 80, abyssal -22 85, polar 12 50,
shallow 10 95, powdery 10 60, transparent 14 50
`;

/** Words that only say what kind of thing has the color of the other word: "tulip field", "mango juice". */
const NEUTRAL = `
field, juice, soup, sauce, flower, flowers, leaf, leaves, petal, petals, skin, peel, seed, seeds, cake, pie, candy, water,
paint, dress, shirt, car, tree, bush, house, wall, floor, roof, stone, rock, powder, dust, oil, fruit, syrup, soda, wood,
hair, eye, eyes, fur, feather, feathers, shell, nose, tongue, lips, tail, wing, wings, belly, glass, bottle, paper, tea,
garden, plant, liquid, color, colored, shade, tone, hue, pile, bag, box, hat, coat, jacket, scarf, socks, shoes, uniform,
sky, sea, ocean, light, candle, crayon, marker, pencil, lipstick, polish, ice, gum, bar, toy, jam, jelly, pulp, flesh, rind,
stain, spot, splash, mark, top, kit
`;

/** Words that mean nothing for a color. */
export const STOP_WORDS =
  'a an the of in on at my your our with and or to from for is like very so really kind sort';

/** Lightness (hundredths of OKLab L) and chroma (percent) by word. */
export const MODIFIERS: ReadonlyMap<string, readonly [lightness: number, chroma: number]> = new Map([
  ...NEUTRAL.split(',').map((word) => [word.trim(), [0, 100]] as const),
  ...SHIFTS.split(',').map((entry) => {
    const [word, lightness, chroma] = entry.trim().split(' ');
    return [word!, [Number(lightness), Number(chroma)]] as const;
  }),
]);

/** What bots put before a thing of each kind to make a two-word clue; chosen to sound right before any of them. */
export const CLUE_MODIFIERS: Readonly<Record<Kind, readonly string[]>> = {
  fruit: ['ripe', 'unripe', 'dried', 'frozen'],
  vegetables: ['fresh', 'cooked'],
  food: ['pale', 'dark', 'burnt'],
  plants: ['pale', 'wild', 'dried'],
  animals: [],
  scenery: ['winter', 'summer', 'stormy', 'night'],
  materials: ['pale', 'dark', 'deep'],
  objects: ['old', 'faded'],
  others: [],
  paints: [],
  games: [],
  figures: [],
};

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** There is no summer in outer space, and no old sunbeam: in these kinds, modifiers suit only these things. */
export const SUITED: Readonly<Partial<Record<Kind, ReadonlySet<string>>>> = {
  vegetables: listed(`
asparagus beet beetroot broccoli cabbage carrot corn eggplant kale leek parsnip pea pumpkin radish spinach squash tomato
zucchini`),
  food: listed(`
almond bacon bagel baguette beer biscuit bread butter cake caramel chocolate coffee cookie cornbread crust curry fudge
gravy honey mustard pancake pasta pie pretzel rum sausage steak tea toast tortilla waffle`),
  plants: listed(`
azalea begonia bougainvillea buttercup camellia carnation cornflower crocus cyclamen daffodil dahlia daisy dandelion
delphinium foxglove geranium grass hay heather hibiscus hyacinth hydrangea iris ivy jasmine lavender leaf lilac lily
lotus lupin magnolia marigold moss orchid pansy peony petunia poppy primrose reed rose sage seaweed sunflower thistle
thyme tobacco tulip verbena wisteria zinnia`),
  scenery: listed(`
beach cloud coast desert forest island lagoon lake mountain ocean rainforest river savanna sea shore sky stream sunset
sunrise`),
  materials: listed(`
amber amethyst brass brick bronze clay copper denim emerald garnet jade lapis leather malachite pottery sapphire suede
terracotta topaz`),
  objects: listed(`
barn boot chalkboard curtain jeans jersey map newspaper notepad pajamas saddle swimsuit tractor tutu uniform wallet`),
};
