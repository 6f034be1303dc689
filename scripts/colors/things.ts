/**
 * Well-known things and the color people think of when they hear them: our own work, written from memory for this
 * game, no list copied. Colors are idealized on purpose (the board has no grays; people place "carrot" on a vivid
 * orange, not on the color of a photographed one).
 *
 * Format: `word #hex`, or several `#hex` when people are divided, most likely first. `~word` marks what fewer people
 * know: bots prefer other words. `?word` is only understood, never said (brands, nations, adjectives, what is easily
 * misread). Phrases may have two words; they serve as second clues.
 */
const FRUIT = `
apple #c8202f #86b83a, apricot #f9a865, avocado #76973a, banana #f2e35c, blackberry #43124f,
boysenberry #6f1f56, blackcurrant #3f1246, cantaloupe #fbb06c, cherry #b5122f, clementine #f98a2b,
coconut #efe3cf, cranberry #9e1238, currant #a8142f, date #69350f, dragonfruit #df2f8c, fig #5f2a5c,
grape #6f2da8 #a5c24a, grapefruit #fb6f66, guava #f97b84, kiwi #82a832, kumquat #f6952e, lemon #f5e63d,
lime #9bd32f, lychee #f3a3b4, mandarin #f68a30, mango #f5a62b, melon #b6e07c #f9b27a, mulberry #7d1f57,
nectarine #ee6b45, olive #77762b, orange juice #f9a637, papaya #f88b4a, passionfruit #5d1d52, peach #fbb890,
pear #c4d255, persimmon #e5642b, pineapple #f0d24a, plum #6d1d5b, pomegranate #a80f3c, prune #4a1636,
~quince #dcc63c, raisin #4c1a3f, raspberry #c41a5b, rhubarb #c93a5a, strawberry #e8274b, sugarplum #7c2a86,
tangerine #f98b2c, watermelon #f25468, elderberry #3b1150, ~acai #45175f, ~pitaya #dd2d90, ~damson #4e1a5b,
lemonade #f7ef9c, ~citron #d2cf2f, blood orange #cf3a1e, green apple #8cc63f, cherry blossom #f9c0d6,
gooseberry #bdcf62, huckleberry #35206b, plantain #d9c43a
`;
const VEGETABLES = `
artichoke #8ba56c, asparagus #72a34e, basil #4b8a2f, bean #6b8e3d #7a3b22, beet #8d1548, beetroot #86123f,
broccoli #4a8436, cabbage #a6cf7b, carrot #f0812b, cauliflower #f3ead0, celery #b4dc85, chard #3f7a35,
chili #cf2420, corn #f4d64b, cucumber #5f9a43, eggplant #4a1452, aubergine #451550, garlic #f0e6d3,
jalapeno #4a7d2a, kale #3e6b35, leek #9bbf6b, lentil #a9642c, lettuce #9fdb68, mushroom #cdb49a, okra #6f9a3a,
onion #d59a52 #85305e, paprika #c23a1b, parsley #3c8a36, parsnip #ecdcac, pea #86b84a, pickle #7d8f2c,
gherkin #758a2f, potato #c9a36a, pumpkin #ee7d22, radicchio #7f1f49, radish #da2556, rosemary #56774e,
spinach #35692f, sprout #8cbf57, squash #eeb03f, tomato #dd3f2d, turnip #d9b3da, yam #c46430,
zucchini #4d7c35, butternut #e9b265, cilantro #4c9a3c, soybean #c5cf7f, arugula #487b30, edamame #93c35a,
sweet potato #d8713b, bell pepper #d4291f #4c9a36, sweetcorn #f6d958, fennel #cfe3a8, endive #dbe79a
`;
const FOOD = `
almond #c88e55, bacon #b3473a, bagel #cf9449, baguette #d9a05b, beer #e3a32b, biscuit #d8a765,
biscotti #d2a76a, bread #c99659, brownie #4f2a12, butter #f7e48c, butterscotch #e39d3f, cake #f5cfa5,
candyfloss #fbb3da, caramel #c2772c, cashew #e5c592, caviar #1d2a35, champagne #f4dfb0, cheddar #f5a42c,
cheese #f5c543, cheesecake #f6e2ae, chocolate #552b12, cider #d9882c, cinnamon #a3541f, cocoa #6a3d22,
coffee #4f3014, cola #4a1c10, cookie #c08443, cornbread #e7bc52, crust #b9762f, cumin #9a7430,
cupcake #f7a8c8, curry #cf9a1c, custard #f6e07f, dough #efdcb4, donut #d68f4c #f58fbf, espresso #3f2210,
fries #f1c94e, fudge #5b2f17, ginger #c88f45, gingerbread #9c5a23, granola #bb8a4b, gravy #7b4a20,
guacamole #9db444, gum #f58fbe, bubblegum #fa7fc0, ham #f19a9c, hazelnut #9a6632, honey #e6a323,
hummus #e0c48f, jam #a31342, jelly #9c1f56, ketchup #c21e1e, latte #c69c6d, licorice #241a2a,
lollipop #ee3f6c, macaron #f5b5cf, macaroni #f3b23c, maple #b8521f, marmalade #e3811d, marshmallow #fbe3e6,
marzipan #f0dca5, matcha #95b847, mayonnaise #f6edc6, meatball #74391c, ?meat #b5323a, milk #f7f3e6,
milkshake #f7c9d3, mint #9cf0c4, mocha #6f4426, molasses #36180b, mustard #d4b120, naan #e5c088,
nougat #ecd7b4, nutmeg #925c2c, oat #e2cda0, oatmeal #dcc39a, omelet #f5d760, pancake #dda458, pasta #f1d58b,
pastrami #8b3037, peanut #c4935a, pecan #8a4d22, pepperoni #b52e20, pesto #6c8c2b, pie #c98a3f,
pistachio #a9cf72, popcorn #f7ebb3, pretzel #8f4f1d, prosciutto #d0606a, pudding #6a3b1e #f4dd8c,
punch #df3558, ~relish #7b9a35, rice #f5f0e2, rum #843f14, saffron #f0a91d, salami #a93340, salsa #c63a22,
sangria #7f1230, sausage #97482c, scone #e0b77a, sherbet #fbb4c0, sherry #9c4a20, shortbread #ead09a,
sorbet #fb8fa0, spaghetti #f0d58d #d8422b, steak #8c2b2b, syrup #8c4516, taffy #f79ac6, tea #b5702b,
tiramisu #8f6440, toast #b3702f, toffee #a5602a, tortilla #e9cd92, truffle #3d2a1d, tuna #d2606c,
turmeric #dfa118, ~ube #7a45b8, ~taro #b79bd6, vanilla #f7ecc4, waffle #d9a04c, walnut #7c5230, wasabi #a9cf58,
wheat #e4c67d, whiskey #c0721f, brandy #8f3d17, wine #6f1130, merlot #671030, claret #7b1230,
burgundy #6d0f2c, bordeaux #6a1029, cognac #a0521d, yogurt #f7efe4, yolk #f7b321, borscht #a3153e,
gazpacho #dd5432, cappuccino #a97c50, absinthe #b5d84a, grenadine #d21440, paella #e6b030, cayenne #bd2d16,
sriracha #d52f17, ~chowder #ecdcb0, crouton #c98d42, ?cream #fbf0c8, chai #c59361, cotton candy #fbb3dc,
apple pie #cf9142, tomato soup #d9502e, pea soup #93a83c, school bus #f2b61c, peanut butter #bf8440,
orange peel #f58a1f, egg yolk #f7b321, grape soda #7a2fc0, ice cream #f9e6cf, red wine #6f1130,
strawberry milk #fac4d0, chocolate milk #8d5f3e, maple syrup #a2521c, lemon peel #efdc38
`;
const PLANTS = `
acorn #9a6a30, algae #4f8a3d, aloe #7fae74, azalea #ee3f93, bamboo #9fb558, bark #5e4028, begonia #ef4b6a,
bougainvillea #cb1f86, buttercup #f7dc2f, cactus #4f8a4c, camellia #e0456c, carnation #f48fae, ~catkin #c9c36a,
cedar #8a4a2c, chestnut #7a3a1d, clover #3f8f3d #c56bb3, cork #bd8c58, cosmos #dd57b0 #2b1464,
cornflower #5a7ff0, crocus #9a4fe0, cyclamen #d43a9c, cypress #3b5c37, daffodil #f8e03b, dahlia #b51a5a,
daisy #fbf3c6, dandelion #f6d81f, delphinium #4a4fd6, eucalyptus #7fb59a, evergreen #1f5a34, fern #4f9a3a,
fir #2c5a36, forest #2a5f2c, foxglove #c458b8, ?fuchsia #d9269f, gardenia #faf3d8, geranium #e0334f,
gladiolus #ee4f6a, grass #4fa032, hay #d9bd57, haystack #d8b84c, heather #b28ac9, heliotrope #b25be0,
hibiscus #e32a5c, holly #1f6a2f, hollyhock #d04a8c, hyacinth #7a5cd8, hydrangea #8fa8f0 #c59be6, iris #5d42c6,
ivy #3a6a32, jasmine #f8efc0, jungle #2e7d33, juniper #3d5f52, kelp #4c5f22, lavender #b99af0, lawn #55a83a,
leaf #5aa136, lichen #9fbf8a, lilac #cfa4ea, lily #f7cdd9, lotus #f7a6c8, lupin #6a4fd0, magnolia #f7d3df,
mahogany #6b2416, marigold #f5a01c, meadow #6cb045, moss #6a8a2f, nasturtium #f2691f, oak #9a6b3a,
orchid #d264d2, palm #4f9a4a, pansy #5b1fa0, papyrus #e2cf9c, peony #f48cb8, periwinkle #9a9cf8,
petunia #a03cc0, pine #23553a, poinsettia #c4182c, pollen #f3ce33, poppy #e8382a, primrose #f5ea8c,
redwood #8f3f28, reed #b3a857, rhododendron #cf3f9a, rose #e0284f #f58fb0, rosehip #d1371f, rosewood #6a1a20,
sage #a3bf86, seaweed #2f6a4a, shamrock #23a04f, snapdragon #f2698a, spruce #2a5d50, straw #e2cc73,
sunflower #f6c21c, teak #a5753f, thistle #b277c4, thyme #6e8b5a, timber #a8753f, tobacco #7c4f22,
tulip #e8385a #f4c330, turf #4d9439, verbena #8c44b8, ?violet #7f2fe0, wheatfield #ddbb55, willow #a3bd64,
wisteria #b28be6, wood #95643a, zinnia #e83a5f, ~allium #a560d8, ~gentian #2a35b8, sandalwood #c39a6e,
mulch #563119, driftwood #b59f80, birch #ecdfc6, ebony #2a1c18, peat #3d2817, ~plumbago #7fa8f2,
larkspur #5347cf, goldenrod #e0ad1d, blossom #f9bcd2, ~loosestrife #a8389c, ~amaranth #b3124a,
~hellebore #8c4a78, ~celandine #f6d416, ~nettle #3f7a30, ~wintergreen #1f8f74, autumn leaf #c5602a,
pine needle #2a5f3a, lily pad #5a9a4c, rose petal #ee3e60, forget me not #7fb2f7, oak leaf #74902f,
grass stain #5b8a32, cut grass #62b02f, lavender field #b08ae6
`;
const ANIMALS = `
alligator #4f6328, bear #5f3a1c, beaver #6d4220, bison #4c2d18, bumblebee #f3c41c, butterfly #f08a24 #4a8cf2,
camel #c79a5f, canary #f7e640, cardinal #c41c30, caterpillar #9ccb3c, chameleon #66b843, chick #f8e25c,
chicken #e0b26c, chipmunk #a5652f, clownfish #f5741f, cobra #6b5f2c, cockatoo #f9efc2, coral #fb7362,
cougar #bd8a52, cow #5a3621, coyote #b08c5a, crab #dc4a2c, crocodile #55692c, deer #a8703c, dinosaur #5c9444,
dolphin #5f9ac0, dragon #3f8a3c #b5261f, dragonfly #2aa3b0, duckling #f8de50, eagle #5a3a1d, emu #55442f,
falcon #80664a, fawn #c79a68, firefly #dbe84a, flamingo #fb8fb2, fox #d8672a, frog #62b03a, gazelle #c8965a,
gecko #86c440, giraffe #dba744, goldfish #f68e1f, goose #e5dfcf, grasshopper #82b63a, hamster #d9a868,
hedgehog #8a6a48, hippo #8a6a80, hornet #eec21f, horse #7c4620, hummingbird #2aa884, iguana #6fa544,
jaguar #cf9438, jellyfish #c6a6f2, kangaroo #b5804c, kingfisher #1f8fd0, ladybug #d4202a, leopard #d9a548,
lion #d3a04a, lizard #74a33c, llama #d8bf98, lobster #cf3424, macaw #1f6fd8 #d8222f, mallard #1f6b54,
manatee #7d8c98, mantis #8cc044, meerkat #c2a070, mole #4b3a34, moose #54371f, mosquito #4d4a44,
mouse #b3a59c, octopus #b8496a, ostrich #6a5548, otter #6b4a2e, owl #8f6f48, parakeet #8adf3f, parrot #3fb03c,
peacock #14788c, pelican #f3d9b5, pheasant #9a4f22, pig #f8aeb8, piglet #fab4c0, pigeon #8f9cb8, pony #9a6234,
prawn #fb9b84, puma #bb8b58, python #8f8238, rabbit #c3a684, reindeer #8a5f3c, robin #cf5230,
salamander #e0712a, salmon #fb8570, scorpion #7a4a20, seahorse #f0b63f, seal #5f6b78, shark #5f7f96,
shrimp #fb9d88, sloth #9a8460, snail #b8945c, snake #5f8a35, sparrow #94704a, spaniel #9c6434, squid #e59aa8,
squirrel #a85f2c, starfish #f08a4c, stingray #7a8270, swan #f7f2ea, terrier #c39a62, tiger #ee8a24,
toad #72702f, tortoise #6f7038, trout #9aa88c, turtle #4f8f4c, viper #4f8c2f, walrus #8c5f48, wasp #f0c820,
weasel #b0733a, whale #3f6a90, wolf #7c7670, worm #e08f8a, bluebird #3f8af0, robin egg #4fd8d8,
tree frog #5cc42f, ?poison frog #1f5fe8, duck egg #a9e0dc, monarch butterfly #f0812a, polar bear #f6efe0,
teddy bear #b3793f
`;
const SCENERY = `
abyss #14263f, arctic #c7f2fb, aurora #35e0a0, avalanche #e3f2f8, beach #f0d8a0, blizzard #dcecf5,
breeze #bfeef2, canyon #c0603a, caribbean #1fcfc8, cave #40332a, cliff #a58562, cloud #e3ecf4, coast #5ac0d0,
creek #4fa7a0, dawn #fbb9a8, daylight #fdf3c0, desert #e0b774, dew #cdf5e0, dirt #73502c, drizzle #a8c4d6,
drought #c9a463, dune #e2bd7c, dusk #76609f, earth #6a4a25 #2f6fb8, ember #e2501f, field #a3b84a,
fire #f2601f, flame #f5701f, flood #6f7a48, fog #d3dbe2, frost #d2f5fb, galaxy #3a1b80, geyser #a3e4ea,
glacier #a5e2f3, harbor #24607f, horizon #f7a27a #86c2f0, hurricane #3f5a70, ice #c9f6fc, iceberg #b0eaf5,
inferno #dc3a12, island #3fb98c, lagoon #22b3ac, lake #2f86b5, lava #e2370f, lightning #f7ee5a, magma #d63310,
mars #bf4f2a, marsh #6d7a30, mercury #a59a98, midnight #1a1f55, mist #d5e5e8, monsoon #4a7080, moon #ebe4c8,
moonlight #cfd6f5, mountain #6f7f94, mud #5f411d, nebula #8a35b8, neptune #3a5fe0, night #1c1f58,
nightfall #2c2a6a, oasis #3fb58a, ocean #126a9a, outback #b55a2c, ?pluto #c7a784, pond #4c7a52,
puddle #7a8a86, ~quicksand #c3a060, rain #86a8c4, rainforest #216b33, raindrop #a5d6f0, reef #f27a68 #2bb8b0,
river #3f8fb0, rock #8a7a6a, sahara #e0b15f, sand #e6cc96, sandcastle #e3c388, sandstone #cda26a,
saturn #e3c587, savanna #cfae5a, sea #1f8fa6, shadow #3c3550, shore #e8d3a3, sky #79c4fa, smog #b3a68c,
smoke #b5b0ac, snow #f4faff, snowflake #e4f5fd, soil #54371c, space #1a1350, spring #a5e878, star #f8ea8c,
storm #4a5a75, stream #57b3c4, summer #f8d23c, sun #f9dc2e, sunbeam #fbea7c, sunburn #ee6257,
sunlight #fbee94, sunrise #fba06a, sunset #f5713f, sunshine #fbe13f, surf #4fc8d8, swamp #55622a,
thunder #3f4468, thunderstorm #3b4166, tide #1f7f90, tornado #7f7f78, tropics #1fc49a, tundra #a5a878,
twilight #5a46a5, universe #22145e, venus #e8bf72, volcano #8a2412, water #4fc3e8, waterfall #8fdcea,
wave #28a5c0, wildfire #ee5a18, winter #cfeaf8, autumn #c5622a, rainbow #e8274b #f6e03a #2f7fe0,
comet #b5d8f5, eclipse #1f1430, ?lapland #dcecf5, riverbed #8a6f4c, crater #8a6a55, deep ocean #0b3f66,
deep sea #0c4a66, midnight sky #141a50, night sky #181c5a, wet sand #b5894f, swimming pool #3fd0e8,
tropical sea #24cfc4, ocean floor #123a52, clear sky #70c2fb, winter sky #b9d7f0, summer sky #5ab4fa,
milky way #2a1d6a, grand canyon #bf5d38, cloudy sky #b5c9dd, muddy water #7a6236
`;
const MATERIALS = `
amber #e8991f, amethyst #9152cf, aquamarine #6fe3d4, asphalt #3f4146, bone #ecdfc0, brass #b9972f,
brick #a5382b, bronze #a8702c, cardboard #bf9358, cement #b5b0a4, chalk #f3efe6, charcoal #34343a,
chrome #b9c4d0, cinnabar #d83a26, clay #b5694a, concrete #b8b2a8, copper #b86a35,
cotton #f6f2ea, denim #3a5f9a, diamond #d9f3fb, emerald #129a5a, garnet #7c1226, glass #c5ebe8, gold #e3b626,
graphite #46484f, gravel #98908a, grease #4a4330, ink #1a1f4a, iron #5d5652, ivory #f7efd5, jade #2f9f72,
lapis #2547b0, lead #5a5f6a, leather #8a4f26, linen #f0e6d2, malachite #138a5c, marble #eeebe6,
?mahogany table #6b2416, ?mercury drop #a59a98, obsidian #1d1a24, opal #cdeee6, oxblood #5f0f16,
parchment #f0e2ba, pearl #f2e8dc, penny #b0643a, peridot #b0cf3a, petrol #145e70, pewter #8a8f92,
~plaster #eee3d3, platinum #dde0e0, porcelain #eef3f5, pottery #bb6a42, quartz #f4d0d8, rubber #35302f,
ruby #b50f3c, rust #a8481f, sapphire #1f3fb0, satin #e5b5c8, silk #f5e3d0, silver #c3c9d0, slate #55667a,
?soap #d5f0e3, stone #a59c8e, suede #a5743f, sulfur #ece23a, tar #241f22, tanzanite #4a3cc0,
terracotta #c2593a, tile #c25a3c #4fb8c0, topaz #f2b743 #5cc6ea, ?turquoise #2fd0c0, twine #c4a066,
velvet #7a1045, vinyl #232026, wax #f1dfa8, wool #efe6d3, ~zircon #7ccfe0, moonstone #dfdcf2, adobe #c27a50,
burlap #bd9a64, canvas #e6d8b8, plywood #d9b278, sawdust #dcbb83, hazel #8a6a2a, ?khaki #b0a35f,

?crimson #b81234, ?scarlet #d81f2a, ?cerise #d92a68,
?maroon #6a0f1f, ?mauve #c79ad0, ?magenta #cc28a8, ?indigo #3a1aa0, ?teal #138080, ?cyan #22dfe8, ?aqua #3fe3e0,
?azure #2f96f2, ?navy #1f2866, ?chartreuse #bfe32f, ?beige #eadcbc, ?taupe #a58f78, ?ecru #e3d3a0, ?auburn #8a3320,
?puce #a35a6a, ?celadon #a8ddb0, henna #93401f, ?turquoise stone #35c8bd, brick wall #a5452f, old denim #5a7ba8,
rusty nail #96451f, wet clay #9a5a3c, red brick #a5382b, gold bar #e6b422, green felt #1f7a45,
stained glass #7a2fb5 #d8222f, sea glass #93dcc3, rose quartz #f5bfcb, copper pipe #bb6d3c
`;
const OBJECTS = `
admiral #1f2c63, ambulance #ee3b36, army #596730, barn #9f2a22, basketball #dd7428, billiards #1f8a4c,
blackboard #2a4a3e, blueprint #2563c2, ?brain #ee9fa5, ?bruise #6a3d8f, bubble #c3f0f8, buoy #f2601d,
camouflage #667038, camo #5f6b35, candle #f7e8b5, candy #f2457f, cannon #42474f, chalkboard #255443,
cigar #6a4020, cotton ball #f6f2ea, potpourri #e3cdf2, veil #efe6f8, chiffon #f6def2,
?gray #d0d2dc #8f93a0, crayon #e83a34 #3f7fe8, crown #e8bd2e, curtain #93162f, dollar #6f9a62,
dynamite #cc2a22, envelope #e3c899, eraser #f7a4ae, ?exit #2a9d4a, fireman #d43220, firetruck #d2201f,
football #80431f, freckles #c08552, ?gift #d42a44, ?graduation #241f3a, guitar #b56a2a,
hair #5a3820 #e5c264, heart #dd1f3f, ?hearse #1f1c20, highlighter #e9f53a, hydrant #d4251f, jeans #35609f,
jersey #c9273a, kiss #dd2452, lantern #f2a03a, ?laser #f01f3f #3ff04a, lifejacket #f8741c, lifeguard #e23a26,
lightbulb #fbeb9c, lipstick #cf1440, mailbox #1f4fa8 #cc2229, ?manila #ecd9a0, matador #c71a2e, medal #dcb036,
money #5f9a58, mouthwash #29c4d8, mummy #dccba0, ?neon #4bff4a #ff3fc8, newspaper #e3dccc, nurse #a5e0e3,
notepad #f8ee8a, ?package #bd8c50, pajamas #a5bff5, pencil #f1bd2e, piano #2a1a16, police #24419a,
postbox #cc1f2a, pyramid #d9b263, ?radioactive #a5ea24, rouge #cf4a6a, ruler #e8c65a,
saddle #84491f, sailor #26407f, scrubs #2f9a9a #7fc8d0, ?skin #f0be98, smiley #fbdc33,
soldier #5c6a35, sphinx #d3a765, sponge #f4dc57, spotlight #fdf3b5, stoplight #e2261f,
submarine #f2cf2a #3a5566, ?surgery #4fbfae, swimsuit #1f9fd8, tank #545f30, taxi #f5c21c, teapot #b36a45,
teardrop #a8dcf5, tent #c98a3a #5f7d42, toothpaste #6fe5d8, ?toy #e83a3a, tractor #2f8f35, tram #c43025,
trophy #dcae2c, tutu #fbb0cf, uniform #2f4470, valentine #e32a55, violin #93451c,
wallet #6a4022, warning #f6c81c, wedding #faf3e6, wig #e8c66a, ?window #bfe8f0, ?wound #a5202f, zombie #7f9a5a,
barrel #84572c, basket #c3975a, bandage #e8bd94, bathtub #d8f1f5, boot #5a3a20, bouquet #ee6f9a,
?brick house #a3402f, chlorine #7fe8e2, confetti #f25fa8, ~detergent #3f7ff2, fireworks #e83fb0,
flashlight #fbf0a0, glitter #e8b8e8, ~hyperlink #2f3fea, map #c9dba8, mosaic #2f9ab0, passport #6a1a33 #24346f,
?postit #f8ee78, ?screensaver #3a3fe0, taillight #cc1220, telephone #c4202a, tennis ball #d6ee3a,
traffic cone #f9681a, traffic light #28b04f #e2261f, life vest #f8741c, stop sign #cf1a24,
fire engine #cf2420, police car #24419a, pool table #1f8a4c, exit sign #2a9d4a, swim ring #3fb8f0,
yellow cab #f5c21c, golf course #5cb03f, lunch bag #c69a5f, garden hose #2f8a3f, moving box #bf9055,
sticky note #f8ee78, rubber duck #fbdc2a, ?baby blanket #bcd9fa #fac6d8, ballet shoe #f9c5cb,
tree trunk #6a4a2c, fire hydrant #d4251f, post box #cc1f2a
`;
const PEOPLE_FEELINGS_PLACES = `
alien #7fd43a, angel #f8f2e0, anger #d2181f, ?angry #d2181f, baby #fac3d0 #b5dbfa, ballerina #fab8d0,
bishop #6f1a7a, boredom #b8ad95, bride #f8f3ea, ~calm #8fcbea, ?cardinal robe #c41c30,
christmas #c01f2c #1f7a35, clown #e83535, cowboy #95602f, danger #dc1f1c, ?death #211d28, devil #bf1414,
disco #d83fc0, ?disgust #7c8f2c, dream #b3a5f5, easter #f0e48f #cfa5ea, elf #3f9f45, ?emperor #6a1f8a,
energy #f5c81f, envy #4a9a3c, ?euphoria #fb6fb5, fairy #f0b3ec, pixie #efd5fb, ~lullaby #d8d2fa,
~whisper #ebe0f9, fantasy #a55ce0, fear #3a2a5a, fever #e8505a, fury #bf1a1a, ghost #eaf0f0, gnome #c93030,
halloween #f0751a, ?hangover #94935a, happiness #fbdd3a, ?happy #fbdd3a, ?hell #b51a0f, ~hope #8ad8a5,
?hunger #a5542a, ~intrigue #4a1f6a, ireland #1f9a4f, jealousy #4f9a34, ?jealous #4f9a34, joy #fbd834,
king #7a1fa0, leprechaun #2f9f43, ~loneliness #3f5f8f, love #e31f4f, luck #2fa04a, magic #8a35e0,
martian #6fcf3a, ~melancholy #4a6a9a, mermaid #2fb8a5, metal #8f979f, ?monk #d9781f, mystery #45207a,
?nausea #95a83f, nature #4a9a3c, nostalgia #b5854f, nightmare #271a45, ocean breeze #8adce2, ogre #86a83a,
?panic #ee3a1f, party #f04fb5, passion #c8143c, peace #bfe3f2, pirate #3a2a25, poison #6fbf2a, ?pride #7a35d0,
prince #4a3fc8, princess #f7a0d2, ~psychic #8f3fd8, rage #c4141a, recycling #3aa655, romance #d8294f,
royalty #6a22a8, ?royal #4a2fc0, sadness #4a78b5, ?sad #4a78b5, santa #cc1f26, ~serenity #a5cdf2, ?shame #e0707a,
?shy #f8aeb5, ?sick #9fae45, ?sickness #9fae45, ~silence #d8dfea, sleep #2f3a7a, snowman #f2f8fc,
~spirit #cfd8f5, ?spooky #4a2a7a, ~stealth #23262e, ?stress #e04a2a, ?tan line #d69a66, ?toxic #9adf20,
ultraviolet #6f1ff0, unicorn #e3b3f5, vampire #7a0f1f, ?war #7a2a1f, witch #5b2f82 #4f8a35, wizard #5a2fb8,
zen #a5c8a0, blacklight #5a1fe0, ?bachelor #3a4a6a, ?brazil #2fae4a #f6d82a, ?china #d4201f, ?egypt #d9b45f,
?greece #3a8fe0, holland #f5801c, ?jamaica #2f9a3a #f4cf1f, ?japan #cf1a35, provence #a98ae0,
?scandinavia #2f6fc0 #f5d22a, ?sweden #2468b5 #f8d02c, ?switzerland #d6232b, ?italy #2f9a48 #cf2a35,
?ukraine #2f73d8 #f8d82f, tuscany #c98a4a, ?vegas #f03fa0, hawaii #1fb5c8 #f25f7a, santorini #2f7fe0,
?africa #c9822f, ?brick lane #a0452f
`;

/** Figures that people name when they mean a color. Only understood: bots name nobody's characters themselves. */
const FIGURES = `
?elmo #e3261f, ?grinch #86b82f, ?shrek #8fae3a, ?hulk #4f9f3a, ?minion #f7d92c, ?pikachu #f9d92f,
?kermit #62b53a, ?barney #8f3fae, ?barbie #f03f9f, ?spongebob #f5e24a, ?yoda #7f9f4f,
?superman #2456c4 #d8222f, ?spiderman #cf1f2c, ?batman #1f2233, ?simpson #f8d83a, ?homer #f8d83a,
?garfield #f28c28, ?nemo #f4731f, ?dory #2a5fd0, ?cookie monster #2f7fe0, ?winnie #f0b93a,
?tinkerbell #9fdc5a, ?elsa #a8dff5, ?ariel #d83a2a, ?thanos #7a4fa0, ?mario #d8222a,
?luigi #2f9f3a, ?kirby #f7a3c4, ?yoshi #6fc43a, ?sonic #2f5fe0, ?pacman #f8e21f, ?ernie #f0801f,
?smurf #4f9df0, ?pink panther #f58fb5, ?avatar #3f7fd0, ?maleficent #4a1f6a, ?ursula #6f3f9a, ?genie #3f8fe8,
?dumbledore #7a2fb0, ?gandalf #c3c9d6, ?frankenstein #6f9a4a
`;

/** What painters have on their palettes, and where they work. */
const PAINTS = `
sienna #a0522d, umber #6a4520, ochre #c78a1f, ~sepia #7a4e24, ~viridian #2a8a6c, ~cerulean #1a8fd0, ultramarine #2f22c8,
~vermilion #e2452b, ~carmine #a8123c, cobalt #1f47b3, watercolor #8fc4ea, ~gouache #e07a5f, easel #b98a52,
turpentine #e3d79a, ?oil paint #5a3a2a, ?sketch #e8dfcf, fresco #d8a07a, mural #e0653a #3a8fc0, ?palette #c79a63,
sunflower painting #f0c030, starry night #1f3f8f, burnt sienna #9a4522, burnt umber #5a3318, water lily #c9a0dc #6fae8a
`;

/** What is found in games on screens and tables. */
const GAMES = `
arcade #7a2ff0, joystick #d8262f, dungeon #4a4038, mana #2f5fe8, elixir #d03fe0, portal #6a3ff5, ?pixel #3fd84a,
?loot #e0b030, sword #c3ccd8, ?shield #2f5fb0, dice #c8202f, domino #efe8d8, chess #6b4526, joker #7a2fa0 #3fae4a,
casino #1f8a45, ?boss #8f1420, dragonfire #f25a1a, ?quest #8a5a2c, level up #f5cf2a, power up #f23f5a, extra life #4fc83a,
health bar #e0262f, health potion #d81f3a, mana potion #2f5fe8, magic sword #6fd0f5, ice level #b5ecfa, lava level #e8480f,
water level #2f8fd8, treasure chest #9a6428, gold coin #f0c42a, game over #c81a28, high score #f5d83a, pinball #c3c9d3 #d8262f,
potion #8f2fc8, slime #8fe02a, treasure #e2b238, coin #d5a33a, goblin #5f9440, board game #2f8a5a, poker table #1f7a45
`;

/** The lists by kind; `parseThings` in `vocabulary.ts` reads them. */
export const THINGS = {
  fruit: FRUIT,
  vegetables: VEGETABLES,
  food: FOOD,
  plants: PLANTS,
  animals: ANIMALS,
  scenery: SCENERY,
  materials: MATERIALS,
  objects: OBJECTS,
  others: PEOPLE_FEELINGS_PLACES,
  paints: PAINTS,
  games: GAMES,
  figures: FIGURES,
} as const;

export type Kind = keyof typeof THINGS;
