/**
 * What a clue of the day may be: things that nearly everybody knows, and sees in one color. Our own choice among the words
 * that bots know, without those that the board shows as the name of the color.
 */
export const DAILY_CLUES: readonly string[] = `
acorn, alligator, amethyst, arctic, asparagus, autumn leaf, bacon, bamboo, banana, bark, barn, basketball, bathtub,
beer, beetroot, billiards, blackberry, bread, broccoli, bruise, bumblebee, buttercup, cabbage, cactus, camel, canary,
canyon, caribbean, carrot, caterpillar, celery, cheddar, cherry, cherry blossom, chick, chlorine, cinnamon,
clementine, clownfish, cola, corn, cotton candy, crocodile, crocus, cucumber, custard, daffodil, dandelion,
deep ocean, desert, devil, dolphin, dragonfly, duckling, egg yolk, eggplant, elf, ember, espresso, eucalyptus,
fire engine, fire hydrant, firefly, firetruck, flame, flamingo, fox, frog, frost, galaxy, garden hose, gecko, giraffe,
glacier, goldfish, golf course, grape soda, grass, grasshopper, guacamole, hay, highlighter, holly, hyacinth, hydrant,
hyperlink, iceberg, island, jeans, kale, ketchup, kingfisher, kiss, lagoon, lake, lava, lavender field, lawn,
lemonade, leprechaun, lettuce, lily pad, lion, lizard, lobster, lollipop, mango, marigold, marmalade, matcha, meadow,
mermaid, moonlight, mouthwash, neptune, night sky, nightfall, ocean breeze, ocean floor, orchid, otter, pansy, papaya,
paprika, parrot, peacock, peanut butter, pesto, pickle, piglet, pineapple, police car, pomegranate, pool table, poppy,
popcorn, post box, pumpkin, raindrop, river, rose petal, royalty, rubber duck, ruby, saffron, sahara, sailor, santa,
school bus, scrubs, sea glass, seaweed, shamrock, shark, shrimp, snowflake, spinach, squirrel, sticky note, stop sign,
storm, straw, strawberry milk, sunset, sunshine, surf, swamp, swim ring, swimming pool, tangerine, taxi, teardrop,
teddy bear, tennis ball, thunderstorm, tiger, toffee, tomato, tomato soup, toothpaste, traffic cone, tree frog,
tropical sea, turmeric, ultraviolet, uniform, valentine, vampire, violin, walnut, wasabi, water, waterfall, wave,
wet sand, whale, winter sky, wizard
`
  .split(',')
  .map((phrase) => phrase.trim());
