/**
 * Well-known things as German says them, and the color people think of: our own work, written from memory for this game, no
 * list copied.
 *
 * Format as in `../things.ts`, or `Wort = word`: of the color of that English thing there. `~` marks what fewer people
 * know, `?` what is only understood, never said.
 */
const FRUIT = `
Apfel = apple, Aprikose = apricot, Marille = apricot, Avocado = avocado, Banane = banana, Brombeere = blackberry,
?Johannisbeere #c81f38, Cassis = blackcurrant, Kirsche = cherry, Clementine = clementine, Kokosnuss = coconut,
Kokosraspel #f7f1e4, Preiselbeere #b5152f, Cranberry = cranberry, Dattel = date, Drachenfrucht = dragonfruit,
Feige = fig, Traube = grape, Weintraube #a5c24a #6f2da8, Grapefruit = grapefruit, Pampelmuse = grapefruit, ~Guave = guava,
Kiwi = kiwi, Kumquat = kumquat, Zitrone = lemon, Limette = lime, Litschi = lychee, Mandarine = mandarin, Mango = mango,
Melone = melon, Honigmelone #f3dc7a, ~Maulbeere = mulberry, Nektarine = nectarine, Olive = olive, Papaya = papaya,
Maracuja = passionfruit, Passionsfrucht = passionfruit, Pfirsich = peach, Birne = pear, Kaki = persimmon,
Ananas = pineapple, Pflaume = plum, Zwetschge #4a2163, Granatapfel = pomegranate, Backpflaume = prune,
Dörrpflaume = prune, Quitte = quince, Rosine = raisin, Sultanine #b07a3a, Himbeere = raspberry, Rhabarber = rhubarb,
Erdbeere = strawberry, Walderdbeere #d81f35, Wassermelone = watermelon, Holunder #3b1150, Holunderbeere = elderberry,
~Schlehe #3a2a63, Heidelbeere #3d4a94, ?Blaubeere #3d4a94, Stachelbeere = gooseberry, Mirabelle #f3c23c,
~Kochbanane = plantain, Limonade = lemonade, ?Blutorange = blood orange, ?Orangensaft = orange juice, Sauerkirsche #a80f2a,
Hagebutte = rosehip, Sanddorn #f28a1c, ~Physalis #f6a31f, Apfelmus #ead28a, Multivitaminsaft #f7a228, Smoothie #c44b9a #7fb53a,
Kirschsaft #8a0f24, Traubensaft #5a1847, Tomatensaft #d2382a, Apfelsaft #e3b23c, Zitronenschale = lemon peel,
Bratapfel #a85a2a, ~Sternfrucht #e6d83a, ~Vogelbeere #e8451f, Kirschkern #b8895a, Obstsalat #f2a64a
`;
const VEGETABLES = `
Artischocke = artichoke, Spargel #f1ead0 #8cb05a, Basilikum = basil, Bohne = bean, ?Rote Bete = beetroot, Brokkoli = broccoli,
Kohl #a6cf7b, Weißkohl #dbe6b3, Wirsing #7fae4a, ?Rotkohl #6a2560, ?Blaukraut #6a2560, ?Grünkohl = kale, Rosenkohl #8ab04a,
Kohlrabi #c3dc9a, Karotte = carrot, Möhre = carrot, Mohrrübe = carrot, Blumenkohl = cauliflower, Sellerie #e9e2bc #b4dc85,
Mangold = chard, Chili = chili, Peperoni #cf2a1c #b9c43a, Mais = corn, Gurke = cucumber, Salatgurke #3f7a35,
Gewürzgurke = gherkin, Essiggurke = pickle, Aubergine = eggplant, Knoblauch = garlic, Lauch = leek, Porree = leek,
Linse = lentil, Kopfsalat = lettuce, Salat = lettuce, Eisbergsalat #c9e8a0, Rucola = arugula, Feldsalat #3f7d2f, Pilz = mushroom,
Champignon #eee3d3, Pfifferling #eda52a, Steinpilz #8a5a30, Fliegenpilz #d8232a, Zwiebel = onion, Schalotte #b56a5a,
Paprika #d4291f #f0b01f, Paprikapulver = paprika, Petersilie = parsley, Pastinake = parsnip, Erbse = pea,
Kartoffel = potato, Süßkartoffel = sweet potato, Kürbis = pumpkin, Hokkaido #e8601c, Radieschen = radish, Rettich #f3efe6,
Radicchio = radicchio, Rosmarin = rosemary, Spinat = spinach, Rahmspinat #4f8a3f, Sprosse = sprout, Tomate = tomato,
Cocktailtomate #e0301f, ?Rübe = turnip, Zucchini = zucchini, Koriander = cilantro, Fenchel = fennel, Dill #5f9a3a,
Schnittlauch #3f8f2f, Kresse #6fb03a, Minze #3fae7a, Pfefferminze #5fcf9f, Meerrettich #f3ecd6, Sojabohne = soybean,
Sauerkraut #e8dca5, Kichererbse #dfc07f, Endivie = endive, Bärlauch #3f8a2f, Salbei #9ab08a, Kümmel #7a5a30,
~Schwarzwurzel #4a3a2c, ~Topinambur #b08a5a, Pellkartoffel #d9b25f, Erbsensuppe = pea soup, Kürbissuppe #ee8a22,
Tomatensuppe = tomato soup, Brennnessel = nettle
`;
const FOOD = `
Mandel = almond, Speck = bacon, Baguette = baguette, Brezel = pretzel, Laugenstange #8a4a1c, Brötchen #d09a50, Semmel #d09a50,
Bier = beer, Weizenbier #e8a83a, Pils #efc24a, Keks = biscuit, Brot = bread, Vollkornbrot #6b4524, Pumpernickel #3a2415,
?Graubrot #b3895a, Knäckebrot #b8834a, Toast = toast, Toastbrot #e9cf9a, Zwieback #d9ab63, Butter = butter,
Karamell = caramel, Karamellbonbon #c77a2c, Kuchen #dcab62, Käsekuchen = cheesecake, Marmorkuchen #8a5a33, Zuckerwatte = candyfloss,
~Cashew = cashew, Kaviar = caviar, Sekt #f1dca0, Champagner = champagne, Cheddar = cheddar, Käse = cheese, Gouda #f3c552,
Emmentaler #f2d582, Camembert #f4ecd6, Schokolade = chocolate, Milchschokolade #7b4a2a, Zartbitterschokolade #3a1d10,
Cidre = cider, Zimt = cinnamon, Zimtstern #efe2d0, Kakao = cocoa, Kaffee = coffee, Milchkaffee #b58a5f, Cola = cola,
Kruste = crust, Currywurst #b5401f, Curry = curry, Vanillepudding = custard, Pudding = pudding, Teig = dough, Pizzateig #ecd7ac,
Krapfen #c07f3a, Donut = donut, Espresso = espresso, Pommes = fries, Ingwer = ginger, Lebkuchen = gingerbread, Müsli = granola,
Soße #7b4a20, Bratensoße = gravy, Guacamole = guacamole, Kaugummi = bubblegum, Schinken = ham, Haselnuss = hazelnut,
Honig = honey, Marmelade = jam, Erdbeermarmelade #b3152f, Wackelpudding #3fae3a #d81f35, Götterspeise #4fbf2f, Ketchup = ketchup,
Lakritz = licorice, Lutscher = lollipop, Makkaroni = macaroni, ?Ahorn = maple, Ahornsirup = maple syrup, Marzipan = marzipan,
Marshmallow = marshmallow, Matcha = matcha, Mayonnaise = mayonnaise, Frikadelle = meatball, Bulette = meatball,
Fleisch #b5323a, Hackfleisch #c8505a, Milch = milk, Buttermilch #f8f4e3, Milchshake = milkshake, ?Mokka = mocha,
Senf = mustard, Muskat = nutmeg, Nougat #8a5a38, Haferflocken = oatmeal, Hafer = oat, Omelett = omelet, Rührei #f5d94f,
Spiegelei #f7b321 #fbf6e8, Eigelb = yolk, Dotter = yolk, ?Eiweiß #fbf6ea, Eierschale #f0d9bd, Ei #f0dcc0, Pfannkuchen = pancake,
Nudel = pasta, Spätzle #f0d47f, Erdnuss = peanut, Erdnussbutter = peanut butter, Erdnussflip #dfa85a, Pesto = pesto,
Pistazie = pistachio, Popcorn = popcorn, Salzstange #a3612a, Prosciutto = prosciutto, Punsch #a8232f, Glühwein #7a1430,
Feuerzangenbowle #8a1a2a, Reis = rice, Milchreis #f7f0df, Rum = rum, Safran = saffron, Salami = salami, Wurst #a8503a, Bratwurst = sausage,
Leberwurst #b58a78, Leberkäse #e3a08a, Wiener #c8683f, Mortadella #f0a8a5, Spaghetti = spaghetti, Bolognese #b5401f, Lasagne #d2682f,
Steak = steak, Schnitzel #d59a45, Gulasch #7f2f1c, Sirup = syrup, Tee = tea, Kamillentee #e8c84a, ?Früchtetee #c0203f, Eistee #c8761f,
Tiramisu = tiramisu, ?Toffee = toffee, Trüffel = truffle, Thunfisch = tuna, Kurkuma = turmeric, Vanille = vanilla,
Vanilleeis #f8edc6, Waffel = waffle, Walnuss = walnut, Wasabi = wasabi, Weizen = wheat, Whisky = whiskey, Weinbrand = brandy,
Wein = wine, ?Rotwein = red wine, ?Weißwein #efe0a0, Merlot = merlot, Bordeaux = bordeaux, Joghurt = yogurt,
Erdbeerjoghurt #f8bccb, Quark #f9f5ea, Sahne #fbf6e8, Cappuccino = cappuccino, Absinth = absinthe, ?Waldmeister #7fd02f,
Waldmeistereis #9fdf6a, ~Grenadine = grenadine, Paella = paella, Cayennepfeffer = cayenne, Pfeffer #3a342f, Salz #f5f3ee,
Zucker #faf6f0, Rohrzucker #b5803f, Mehl #f6efdf, Falafel #8f6a2a, Döner #a8622f, Brühe #e0b24a, Hühnersuppe #ecc85a,
Apfelkuchen = apple pie, Pflaumenkuchen #7a2f5a, Zwetschgendatschi #6a2a58, ?Schwarzwälder #4a1f1c, Sahnetorte #f6e3d0,
Erdbeereis #f9a9b8, Schokoeis #6a4026, Pistazieneis #bfd88f, Zitroneneis #f8f0a8, Himbeersorbet #e0436f, Speiseeis #f9e6cf,
?Nutella #4a2815, Gummibärchen #e23a2f #f3b52a, Lebertran #d8b04a, Grießbrei #f6e8c0, Kartoffelpuffer #c08a3a, Kartoffelbrei #f3dd95,
Bratkartoffel #cf9a45, Kloß #ecdcaa, Knödel #ecdcaa, Maultasche #e8d3a0, Rösti #c9913f, Obatzda #e5a06a, Räucherlachs #f5794f,
Brühwurst #c8705a, Senfgurke #d8c84a, Hummus = hummus, Granola = granola, Nachos #e8b23f, Chips #efc65a, Schnaps #eef3f5,
Eierlikör #f7d65a, ?Jägermeister #3a2a18, ?Aperol #f4511e, ?Campari #d2102a, Sherry = sherry, Likör #8a3a1a, Schokokuss #3f2416,
Krokant #b8762f, Lebkuchenherz #8f4f26, Spekulatius #a8652f, Stollen #e6cfa0, Dominostein #3f2012
`;
const PLANTS = `
?Baum #4a8a3a, ?Blume #e85a8a, Eichel = acorn, Alge = algae, Aloe = aloe, Azalee = azalea, Bambus = bamboo, Rinde = bark, Baumrinde = bark, Begonie = begonia,
~Bougainvillea = bougainvillea, Butterblume = buttercup, Hahnenfuß #f7dc2f, Kaktus = cactus, Kamelie = camellia, Nelke = carnation,
Zeder = cedar, Kastanie = chestnut, Klee = clover, Kleeblatt = shamrock, Kork = cork, Korken = cork, Kornblume = cornflower,
Krokus = crocus, Alpenveilchen = cyclamen, Zypresse = cypress, Osterglocke = daffodil, Narzisse = daffodil, Dahlie = dahlia,
Gänseblümchen = daisy, Margerite #fbf6e0, Löwenzahn = dandelion, Pusteblume #e8e6df, Rittersporn = delphinium, Eukalyptus = eucalyptus,
Farn = fern, Tanne = fir, Fichte = spruce, Kiefer = pine, Wald = forest, Tannenwald #1f4d2e, Fingerhut = foxglove, Fuchsie = fuchsia,
Geranie = geranium, Gladiole = gladiolus, Gras = grass, Heu = hay, Heuhaufen = haystack, Heide = heather, Heidekraut = heather,
Hibiskus = hibiscus, Stechpalme = holly, Stockrose = hollyhock, Hyazinthe = hyacinth, Hortensie = hydrangea, Iris = iris,
Schwertlilie = iris, Efeu = ivy, Jasmin = jasmine, Dschungel = jungle, Urwald #2a6b33, Wacholder = juniper, Seetang = kelp,
Lavendel = lavender, Lavendelfeld = lavender field, Rasen = lawn, Blatt = leaf, Flechte = lichen, Flieder = lilac, Lilie = lily,
Seerose #f3b9d5, Lotus = lotus, Lupine = lupin, Magnolie = magnolia, Mahagoni = mahogany, Ringelblume = marigold,
Tagetes #f2851c, Wiese = meadow, Moos = moss, Kapuzinerkresse = nasturtium, Eiche = oak, Eichenlaub = oak leaf, Laub #8a8f2f, Herbstlaub = autumn leaf,
Orchidee = orchid, Palme = palm, Stiefmütterchen = pansy, Papyrus = papyrus, Pfingstrose = peony, ?Immergrün = periwinkle,
Petunie = petunia, Weihnachtsstern = poinsettia, Blütenstaub = pollen, Pollen = pollen, Mohn = poppy, Mohnblume = poppy, Klatschmohn = poppy,
Primel = primrose, Schlüsselblume #f6dc4a, Schilf = reed, Rhododendron = rhododendron, Rose = rose, ~Rosenholz = rosewood, Seegras = seaweed,
Löwenmäulchen = snapdragon, Stroh = straw, Sonnenblume = sunflower, Teak = teak, Distel = thistle, Thymian = thyme, Tabak = tobacco,
Tulpe = tulip, ~Verbene = verbena, Eisenkraut = verbena, Veilchen = violet, Weizenfeld = wheatfield, Kornfeld #e0c060, Rapsfeld #f3e02a, Raps #f2dc2f,
Weide #a3bd64, Wisteria = wisteria, Blauregen = wisteria, Holz = wood, Zinnie = zinnia, Enzian = gentian, Sandelholz = sandalwood,
Rindenmulch = mulch, Treibholz = driftwood, Birke = birch, Ebenholz = ebony, Torf = peat, Blüte = blossom, Kirschblüte = cherry blossom,
Apfelblüte #fbd9e0, Pfirsichblüte #f9a8b5, Tannennadel = pine needle, Tannenzapfen #7a4f2c, Vergissmeinnicht = forget me not,
Grasfleck = grass stain, Efeuranke = ivy, Maiglöckchen #f0f6e8, Schneeglöckchen #f2f8ea, Glockenblume #7a6be0, Edelweiß #f2f0e6,
Akelei #6a4ab8, ~Eisenhut #3a2f8f, ~Aster #a86fd0, Chrysantheme #e8b02a #b03a7a, Freesie #f5d64a, Gerbera #f2603f #f0438a, Phlox #e05fb0,
Weihnachtsbaum #1f5c32, Christbaum #1f5c32, Mistel #a8b84a, Buche #b5814f, Buchenholz #dbb07a, Ahornblatt #d0421f, Linde #9fc05a, Lärche #b5a03a,
Kiefernholz #dcb377, Schachtelhalm #4f8a3f, Hopfen #9fbf4a, Gerste #d8bc6a, Roggen #c2a35a, Wollgras #f0ece0,
Trauerweide #9ab55a, Hanf #5f8a3a, Flachs #dcc98a, Baumwolle = cotton, Jute #b89a68, Bast #d5b87a, Sumpfdotterblume #f6c80f, Wiesenschaumkraut #dcc3ea
`;
const ANIMALS = `
Alligator = alligator, Bär = bear, ?Braunbär = bear, Biber = beaver, Bison = bison, Hummel = bumblebee, Biene #e3a92a, Schmetterling = butterfly,
Zitronenfalter #f0ee3a, ~Pfauenauge #b5462a, Kamel = camel, Kanarienvogel = canary, ?Kardinal = cardinal, Raupe = caterpillar, Chamäleon = chameleon,
Küken = chick, Huhn #b5763a, Hahn #b5361f, ~Streifenhörnchen = chipmunk, Clownfisch = clownfish, Kobra = cobra, Kakadu = cockatoo,
Koralle = coral, Kuh = cow, Kojote = coyote, Krabbe = crab, ?Krebs #d8452a, Krokodil = crocodile, Hirsch = deer, Reh #b0783f, Dinosaurier = dinosaur,
Delfin = dolphin, Drache = dragon, Libelle = dragonfly, Entenküken = duckling, Ente #8a6a40, Stockente = mallard, Erpel #1f6b54, Adler = eagle,
Falke = falcon, Kitz = fawn, Rehkitz = fawn, Glühwürmchen = firefly, Flamingo = flamingo, Fuchs = fox, Frosch = frog, Laubfrosch = tree frog,
Gazelle = gazelle, Gecko = gecko, Giraffe = giraffe, Goldfisch = goldfish, Gans = goose, Heuschrecke = grasshopper, Grashüpfer = grasshopper,
Hamster = hamster, Igel = hedgehog, Nilpferd = hippo, Hornisse = hornet, Pferd = horse, Kolibri = hummingbird, Leguan = iguana, Jaguar = jaguar,
Qualle = jellyfish, Känguru = kangaroo, Eisvogel = kingfisher, Marienkäfer = ladybug, Maikäfer #8a4a20, Leopard = leopard, Löwe = lion, Eidechse = lizard,
Lama = llama, Hummer = lobster, Gottesanbeterin = mantis, Erdmännchen = meerkat, Maulwurf = mole, Elch = moose,
Maus = mouse, Krake = octopus, Oktopus = octopus, Tintenfisch = squid, ?Strauß = ostrich, Otter = otter, Eule = owl, Wellensittich = parakeet,
Papagei = parrot, Pfau = peacock, Pelikan = pelican, Fasan = pheasant, Schwein = pig, Ferkel = piglet, Glücksschwein #f8aeb8, Taube = pigeon,
Pony = pony, Garnele = prawn, Shrimps = shrimp, Puma = puma, Python = python, Hase = rabbit, Kaninchen #b09a84, Osterhase #8a5a33, Rentier = reindeer,
?Rotkehlchen = robin, Salamander = salamander, Feuersalamander #f2c01f #2a2622, Lachs = salmon, Skorpion = scorpion, Seepferdchen = seahorse, Seehund = seal,
Robbe = seal, Hai = shark, Faultier = sloth, Schnecke = snail, Nacktschnecke #8f4f2a, Schlange = snake, Spatz = sparrow, Eichhörnchen = squirrel, Seestern = starfish,
Rochen = stingray, Schwan = swan, Storch #f2ede6, Tiger = tiger, Kröte = toad, Unke #6f6a35, Landschildkröte = tortoise, Schildkröte = turtle, Forelle = trout,
Viper = viper, Walross = walrus, Wespe = wasp, Wiesel = weasel, Wal = whale, ?Blauwal #4a6f95, Wolf = wolf, Wurm = worm, Regenwurm = worm,
Eisbär = polar bear, Teddybär = teddy bear, Teddy = teddy bear, ~Monarchfalter = monarch butterfly, Entenei = duck egg, Nashorn #8a8078, Elefant #93908c,
Dachs #5a554f, Esel #96897c, Schaf #efe6d3, Lamm #f5efe2, Ziege #cdb89a, Dackel #8a4a25, Pudel #efe3d3, Schäferhund #a5793f, Goldhamster #d9a050, Meerschweinchen #b5763f,
Ameise #4a2a1a, Spinne #332a26, Mistkäfer #22283f, Rabe #1d1d2b, Krähe #22222d, Amsel #2a2420, Elster #2a2f45, Meise #f0d84a, Blaumeise #4f8fd8, Zebra #efeeea,
Panda #efefec, Koala #a09a96, Affe #7a5536, Gorilla #3a3532, Schimpanse #3f3128, Fledermaus #4a3f3a, Pinguin #2f3a4a, Möwe #e8edf0, Hering #93a8b5, Karpfen #8a7a3a,
Scholle #a08a5a, Auster #cfc8b8, Muschel #ecd5c3, Miesmuschel #2f3550, Kaulquappe #3f3a30, Blindschleiche #8a6f4a, Stinktier #2d2b2b, Luchs #c09a63, Steinbock #8f7355
`;
const SCENERY = `
Abgrund = abyss, Tiefsee = deep sea, Arktis = arctic, Polarlicht = aurora, Nordlicht = aurora, Lawine = avalanche, Strand = beach, Sandstrand = beach,
Schneesturm = blizzard, Brise = breeze, Meeresbrise = ocean breeze, Schlucht = canyon, Canyon = canyon, Karibik = caribbean, Höhle = cave, Klippe = cliff, Wolke = cloud,
Küste = coast, Bach = creek, Gebirgsbach #7fc6c8, ?Morgenröte = dawn, Morgendämmerung = dawn, Tageslicht = daylight, Wüste = desert, Tau = dew, Morgentau = dew,
Dreck = dirt, Nieselregen = drizzle, Dürre = drought, Düne = dune, Dämmerung = dusk, Abenddämmerung = dusk, Erde = earth, Glut = ember,
Feld = field, Acker #7a5433, Feuer = fire, Lagerfeuer #f0701f, Flamme = flame, Flut = flood, Hochwasser = flood, Nebel = fog, Frost = frost, Raureif #dcf0f5,
Galaxie = galaxy, Geysir = geyser, Gletscher = glacier, Gletschersee #7fd0dc, Hafen = harbor, Horizont = horizon, Orkan = hurricane, Hurrikan = hurricane,
Eis = ice, Eisberg = iceberg, Eiszapfen #c3ecf5, Inferno = inferno, Insel = island, Lagune = lagoon, See = lake, Bergsee #2f9a9f, Badesee #4f9a9a, Lava = lava,
Blitz = lightning, Magma = magma, Mars = mars, Mitternacht = midnight, ~Dunst = mist, Mond = moon,
Mondlicht = moonlight, Mondschein = moonlight, Vollmond #f3ecc0, Berg = mountain, Gebirge #7a879a, Schlamm = mud, Matsch = mud, Sternennebel = nebula,
Neptun = neptune, Nacht = night, Nachthimmel = night sky, Sternenhimmel #1c1f63, Oase = oasis, Ozean = ocean, Outback = outback, Teich = pond, Tümpel #5f6f3a,
Pfütze = puddle, Treibsand = quicksand, Regen = rain, Regenwald = rainforest, Regentropfen = raindrop, Riff = reef, Korallenriff = reef,
Fluss = river, Fels = rock, Sahara = sahara, Sand = sand, Sandburg = sandcastle, Sandkasten #dcb878, Sandstein = sandstone, Saturn = saturn, Savanne = savanna, Meer = sea,
Schatten = shadow, Ufer = shore, Himmel = sky, Smog = smog, Rauch = smoke, Schnee = snow, Neuschnee #f4faff, Schneeflocke = snowflake,
Weltraum = space, Weltall = space, Frühling = spring, Stern = star, Sturm = storm, ?Strom #57b3c4, Sommer = summer, Sonne = sun, Sonnenstrahl = sunbeam,
Sonnenbrand = sunburn, Sonnenlicht = sunlight, Sonnenaufgang = sunrise, Sonnenuntergang = sunset, Sonnenschein = sunshine, Brandung = surf, Sumpf = swamp,
Moor #4f4326, Donner = thunder, Gewitter = thunderstorm, Gewitterwolke #4f5a73, Regenwolke #7f90a5, Gezeiten = tide, Watt #8a8070, Wattenmeer #8f8672, Nordsee #4f7f8f, Ostsee #4f93a8, Mittelmeer #1f7fc8,
Tornado = tornado, Tundra = tundra, Zwielicht = twilight, Universum = universe, Venus = venus, Vulkan = volcano, Wasser = water,
Wasserfall = waterfall, Welle = wave, Waldbrand = wildfire, Winter = winter, Winterhimmel = winter sky, Sommerhimmel = summer sky, Herbst = autumn, Regenbogen = rainbow, Komet = comet,
Sonnenfinsternis = eclipse, Krater = crater, Meeresgrund = ocean floor, Mitternachtshimmel = midnight sky, nasser Sand = wet sand, heiße Asche #6f6462, rostiger Nagel = rusty nail, feuchte Erde #4a3420, stille See #3f8aa8, Schwimmbad = swimming pool, Schwimmbecken = swimming pool,
Freibad #4fc3e8, Pool = swimming pool, Südsee = tropical sea, Milchstraße = milky way, Almwiese #7fc04a, Alpenglühen #f08a6f, Heidelandschaft #a87ab8, Kiesgrube #a89a86, Lehm #b07a45, Lehmgrube #b5703f,
?Ton = clay, Tonerde = clay, Ackererde #5a3f28, Blumenerde #3f2a1a, Herbstwald #b5692a, Nadelwald #2a5238, Kaminfeuer #ee6a1f, Asche #8f8a86, Ruß #26242a, Morgennebel #dbe4ec, Nebelwand #cfd8de, Waldboden #5f4a2a, Waldsee #2f6a5a, Wolkenbruch #5f7288, Eisfläche #cdf0f8, Vorgarten #6fae4a, Steppe #c2a35f
`;
const MATERIALS = `
Bernstein = amber, Amethyst = amethyst, Aquamarin = aquamarine, Asphalt = asphalt, Teer = tar, Knochen = bone, Messing = brass, Backstein = brick, Ziegel = brick,
Ziegelstein = brick, Dachziegel #b5522f, Ziegelmauer = brick wall, Bronze = bronze, Pappe = cardboard, Karton = cardboard, Zement = cement, Kreide = chalk,
Kohle = charcoal, Holzkohle = charcoal, Chrom = chrome, ~Zinnober = cinnabar, Beton = concrete, Kupfer = copper, Kupferrohr = copper pipe, ~Grünspan #5fb8a0, Watte = cotton ball,
?Denim = denim, Jeans = jeans, Jeansstoff = denim, Diamant = diamond, Smaragd = emerald, Granat = garnet, Glas = glass, Gold = gold, Goldbarren = gold bar, Graphit = graphite,
Kies = gravel, ~Schmierfett = grease, Tinte = ink, Eisen = iron, Elfenbein = ivory, Jade = jade, ~Lapislazuli = lapis, Blei = lead, Leder = leather, Leinen = linen,
Malachit = malachite, Marmor = marble, ~Obsidian = obsidian, Opal = opal, ?Ochsenblut = oxblood, Pergament = parchment, Perle = pearl, Perlmutt #e8e2ea, ?Cent = penny,
~Peridot = peridot, Petroleum #3a3f52, Benzin #cfc28a, Zinn = pewter, Gips = plaster, Platin = platinum, Porzellan = porcelain, Keramik = pottery, Blumentopf #c2683f, Quarz = quartz,
Rosenquarz = rose quartz, Gummi = rubber, Rubin = ruby, Rost = rust, Saphir = sapphire, Satin = satin, Seide = silk, Silber = silver, Schiefer = slate,
?Seife = soap, Kernseife #e8d9a8, Stein = stone, Kieselstein #a59c8e, Wildleder = suede, Schwefel = sulfur, ~Tansanit = tanzanite, Terrakotta = terracotta, Fliese = tile, Topas = topaz,
Samt = velvet, Schallplatte = vinyl, Wachs = wax, Bienenwachs #e3b23a, Wolle = wool, ~Zirkon = zircon, Mondstein = moonstone, Sackleinen = burlap, Leinwand = canvas, Sperrholz = plywood,
Sägemehl = sawdust, Sägespäne = sawdust, Henna = henna, Stahl #7f8a96, Edelstahl #b8bfc6, Alufolie #cfd3d6, Packpapier #b98d58, Löschpapier #f2a8b8, Rostnagel = rusty nail,
?Magenta = magenta, ?Petrol = petrol, ?Beige = beige, ?Purpur #8a1f6a, ?Karmesin = crimson, ?Scharlach = scarlet, ?Marine = navy, ?Khaki = khaki, ?Azur = azure, ?Mauve = mauve,
?Cyan = cyan, ?Anthrazit #383e42, ?Creme = cream, ?Apricot = apricot, ?Taupe = taupe, ?Ecru = ecru, ?Chartreuse = chartreuse, ?Burgunder = burgundy, ?Mint = mint, ?Aqua = aqua,
?Ziegelrot #a8402a, ?Hautfarbe = skin, ?Türkis = turquoise, ?Brombeer = blackberry, ?Cognac = cognac, ?Pastell #f3d5e3, ?Weiß #f7f5f2, Straße #6f7076,
Tüll #fbd3e3, ?Spitze #f7f2ea, Filz #5f8a4a, Loden #3f5a3a, Tweed #8a7a5a, Cord #a0703a, Frottee #8fc8ea, Flanell #8a93a3, Tafelkreide = chalk, Lehmziegel = adobe, Schotter #97918a, Kreidefelsen #f2efe4, Meerglas = sea glass
`;
const OBJECTS = `
?Admiral = admiral, Feuerwehr #d2201f, Feuerwehrauto = firetruck, Feuerlöscher #d4201f, Feuermelder #d42a22, Krankenwagen #f2ece4 #ee3b36, Polizei = police, Polizeiauto = police car, Schulbus = school bus,
Postauto #f7cf1a, Briefkasten #f7cb15, Postbote #f5c81c, Müllabfuhr #f0741f, Müllauto #f0741f, Mülltonne #3f4347, Taxi #eae0b8 #f5c21c, ?Trabi #a8c3d8, Traktor = tractor, Trecker = tractor, Mähdrescher #6f9a2a, Bagger #f3b71c,
Baustelle #f2a01f, Warnweste #d8f03a, Bauhelm #f6cf1f, Absperrband #d8302a, Scheune = barn, Basketball = basketball, Billardtisch = pool table, Tafel = chalkboard, Schultafel = chalkboard, Blaupause = blueprint, ?Gehirn = brain,
Seifenblase = bubble, Boje = buoy, Tarnanzug = camouflage, Kerze = candle, Teelicht #f7ead0, Bonbon = candy, Kanone = cannon, Zigarre = cigar, Zigarette #e8d0a8, Schleier = veil, Wachsmalstift = crayon,
Krone = crown, Vorhang = curtain, Dollar = dollar, Dynamit = dynamite, Umschlag = envelope, Briefumschlag = envelope, Radiergummi = eraser, Notausgang = exit sign, Feuerwehrmann = fireman, Fußball #eeeeea, Fußballplatz #5cb03f,
Sommersprossen = freckles, ?Geschenk = gift, Gitarre = guitar, Haar = hair, Herz = heart, ?Leichenwagen = hearse, Textmarker = highlighter, Leuchtstift = highlighter, Hydrant = hydrant, Jeanshose = jeans, Trikot = jersey,
Kuss = kiss, Laterne = lantern, ?Laser = laser, Schwimmweste = life vest, Rettungsring #f0551f, Bademeister = lifeguard, Glühbirne = lightbulb, Lippenstift = lipstick, Medaille = medal, Geld = money, Mundwasser = mouthwash,
Mumie = mummy, Zeitung = newspaper, Notizblock = notepad, Notizzettel = sticky note, ?Paket = package, Umzugskarton = moving box, Schlafanzug = pajamas, Bleistift = pencil, Klavier = piano, Pyramide = pyramid, Lineal = ruler,
Sattel = saddle, Matrose = sailor, ?Haut = skin, Smiley = smiley, Soldat = soldier, ~Sphinx = sphinx, Schwamm = sponge, Scheinwerfer = spotlight, Ampel = traffic light, Stoppschild = stop sign,
?Uboot = submarine, Badeanzug = swimsuit, Panzer = tank, Teekanne = teapot, Träne = teardrop, Zelt = tent, Zahnpasta = toothpaste, ?Spielzeug = toy, Straßenbahn = tram, Pokal = trophy, Tutu = tutu, Uniform = uniform,
Valentinstag = valentine, Geige = violin, Brieftasche = wallet, Geldbeutel = wallet, Hochzeit = wedding, Hochzeitskleid #f8f3ea, Brautkleid #f8f3ea, Perücke = wig, ?Fenster = window, ?Wunde = wound, Fass = barrel, Korb = basket,
Pflaster = bandage, Badewanne = bathtub, Stiefel = boot, Gummistiefel #f3c81f #3f7a4a, Blumenstrauß = bouquet, Chlor = chlorine, Konfetti = confetti, Feuerwerk = fireworks, Taschenlampe = flashlight, Glitzer = glitter, Landkarte = map,
Mosaik = mosaic, Reisepass #6a1a2c, Rücklicht = taillight, Bremslicht = taillight, Telefonzelle #c4202a, Tennisball = tennis ball, Pylone = traffic cone, Verkehrshütchen = traffic cone, Golfplatz = golf course, Gartenschlauch = garden hose,
Badeente = rubber duck, Quietscheente = rubber duck, Gummiente = rubber duck, Schwimmring = swim ring, Babydecke = baby blanket, Ballettschuh = ballet shoe, Baumstamm = tree trunk, Kirchturm #8f8a80, Kupferdach #6fb8a0, Autobahnschild #1f5fb0,
Ortsschild #f6cf1f, Vorfahrtsschild #f6c81f, Autobahn #2a63b5, ?Telekom #e20a7a, Jeansjacke #4a73a8, Regenjacke #f5d02a, Ostfriesennerz #f6d428, Friesennerz #f6d428, Lederhose #7a4f28, Dirndl #3f7a4a #c23a5a, Trachtenhut #4a5f3a, Bademantel #eef0f2, Handtuch #7fc3dc, Bügeleisen #c3ccd8,
Schultüte #e8483f #3f8fe0, Schulheft #6fa0d8, Tintenfass #1f2a6a, Füller #2a3a7a, Buntstift #e83a34 #3f7fe8, Knete #f0602f #4fae3a, Luftballon #e8303a, Luftmatratze #3fa8e0, Liegestuhl #f08a3f, Strandkorb #f2ede0, Sonnenschirm #f0602f, Sonnencreme #fbe8c8, Sonnenbrille #2a2725,
Gartenzwerg = gnome, Gießkanne #3f8a4a, Rasenmäher #3f8a3a, Schubkarre #3f8a4a, Ziegeldach #b5522f, Kachelofen #3f7a4a, Kaminholz #a5763f, Teppich #8a1f2f, Sofa #8a6a4a, Kuckucksuhr #7a4a25, Holztisch #a5713a, Parkett #c08a4f, Kuscheltier #c3935a, Spielkarte #cf1f2c,
Adventskranz #2f5f35, Nikolaus #cc1f26, Weihnachtsmann = santa, Christbaumkugel #c8202f #d8b23a, Osterei #f0d84a #7fc3ea, Osternest #7fbf4a, Kompost #4f3a22, Kompass #b5924a, Anker #3f4a5a, Segel #f3eee2, Schornstein #a0452f, Hausdach #b0522f, Lokomotive #2a2c30, Dampflok #26282c, Tischtennisplatte #2f6a4a #2f5f9a
`;
const OTHERS = `
Außerirdischer = alien, Alien = alien, Engel = angel, Wut = anger, Zorn = rage, Baby = baby, Ballerina = ballerina, Bischof = bishop, Langeweile = boredom, Braut = bride,
?Ruhe = calm, Gelassenheit #8fcbea, Weihnachten = christmas, Clown = clown, Cowboy = cowboy, Gefahr = danger, ?Tod = death, Teufel = devil, Disco = disco, ?Ekel = disgust, Traum = dream, Ostern = easter,
?Elf = elf, Elfe = fairy, Kaiser = emperor, Energie = energy, Neid = envy, Fee = fairy, Zahnfee = pixie, Schlaflied = lullaby, Flüstern = whisper, Fantasie = fantasy, Angst = fear, Fieber = fever, Geist = ghost,
Gespenst = ghost, Zwerg = gnome, Halloween = halloween, ?Kater #94935a, Glück = happiness, Fröhlichkeit #fbdd3a, ?Hölle = hell, Hoffnung = hope, ?Hunger #a5542a, Irland = ireland, Eifersucht = jealousy, Freude = joy, König = king,
Kobold = leprechaun, Einsamkeit = loneliness, Liebe = love, Magie = magic, Zauber = magic, Marsmännchen = martian, Melancholie = melancholy, Meerjungfrau = mermaid, Nixe = mermaid, Metall = metal, Mönch = monk, Geheimnis = mystery,
?Übelkeit = nausea, Natur = nature, Nostalgie = nostalgia, Albtraum = nightmare, Oger = ogre, Panik = panic, Party = party, Leidenschaft = passion, Frieden = peace, Pirat = pirate, Gift = poison, Prinz = prince, Prinzessin = princess,
Romantik = romance, Traurigkeit = sadness, Trauer #2a2833, ?Scham = shame, Verlegenheit #f2919b, Stille = silence, Schlaf = sleep, Schneemann = snowman, ?Tarnung = camo, Stress = stress, Ultraviolett = ultraviolet, Einhorn = unicorn,
Vampir = vampire, ?Krieg = war, Hexe = witch, Zauberer = wizard, Zen = zen, ?Brasilien = brazil, ?China = china, ?Griechenland = greece, ?Holland = holland, ?Niederlande = holland, ?Jamaika = jamaica, ?Japan = japan, Provence = provence,
?Schweden = sweden, ?Schweiz = switzerland, ?Italien = italy, ?Ukraine = ukraine, Toskana = tuscany, ?Hawaii = hawaii, ?Santorin = santorini, ?Afrika = africa, ?Ägypten = egypt, Mallorca #3fb0d8, Oktoberfest #3f7fd0, Fasching #e8483f #f6d62a, Karneval #e8483f #f6d62a,
Urlaub #3fbfe0, Ferien #3fbfe0, Kindheit #fbc84a, Jugend #f2703f, Heimweh #5f7aa0, Sehnsucht #5a55b0, Fernweh #3f8fd0, Weltschmerz #4a5070, Schadenfreude #8fae2a, Gemütlichkeit #b5712f, Geborgenheit #e0a06a, Kuscheln #f0b09a, Vertrauen #4f8fd0, Treue #2f5fb0, ?Hass #a01520, ?Rache #8f1018,
Umweltschutz #3fa04f, Recycling = recycling, Königin #7a1fa0, Kardinalshut #c41c30, Feierabend #f2994a, Kirche #6a3a8a, Papst #f4efe0, Nonne #26242a, Fußballfan #d8302a, Rosenmontag #f05fa5, Erntedank #d8932a, Silvester #e83fb0, Kindergeburtstag #f6a52f #f04f9a, Muttertag #f06a8f, Krankenhaus #a8ded8, Zahnarzt #bfe8ea
`;

/** Figures that people name when they mean a color. Only understood: bots name nobody's characters themselves. */
const FIGURES = `
?Elmo = elmo, ?Grinch = grinch, ?Shrek = shrek, ?Hulk = hulk, ?Minion = minion, ?Pikachu = pikachu, ?Kermit = kermit, ?Barbie = barbie, ?Spongebob = spongebob, ?Schwammkopf = spongebob, ?Yoda = yoda, ?Superman = superman,
?Spiderman = spiderman, ?Batman = batman, ?Simpson = simpson, ?Homer = simpson, ?Garfield = garfield, ?Nemo = nemo, ?Dorie = dory, ?Krümelmonster = cookie monster, ?Puuh = winnie, ?Tinkerbell = tinkerbell, ?Elsa = elsa, ?Arielle = ariel, ?Mario = mario,
?Luigi = luigi, ?Kirby = kirby, ?Yoshi = yoshi, ?Sonic = sonic, ?Pacman = pacman, ?Ernie = ernie, ?Schlumpf = smurf, ?Schlümpfe = smurf, ?Paulchen = pink panther, ?Avatar = avatar, ?Tigerente #f5d22a, ?Janosch #f0c83a, ?Pumuckl #e0501f,
?Biene Maja #f2c41f, ?Maja #f2c41f, ?Bibi #3f8f4a, ?Pippi #e0602a, ?Rotkäppchen #d2202c, ?Aschenputtel #9fc3ea, ?Rapunzel #f0d060, ?Schneewittchen #f4ece4, ?Frankenstein = frankenstein, ?Gandalf = gandalf, ?Dumbledore = dumbledore,
?Obelix #4f8fd8, ?Asterix #f0d03a, ?Sams #e0502a, ?Sandmann #d8402f, ?Ampelmännchen #2fa84f, ?Bernd #f0e0b8, ?Samson #a5642a, ?Tiffy #f07fb0, ?Pittiplatsch #3a2a22, ?Paddington #3f5fb0, ?Benjamin Blümchen #8fa0b5, ?Meister Proper #f2efe6, ?Darth Vader #1f2024
`;

/** What painters have on their palettes, and where they work. */
const PAINTS = `
~Siena = sienna, ~Umbra = umber, ?Ocker = ochre, ~Sepia = sepia, ~Viridian = viridian, ~Coelin = cerulean, Ultramarin = ultramarine, ~Zinnoberpigment = vermilion, Karmin = carmine, Kobalt = cobalt, Aquarell = watercolor, ~Gouache = gouache, Staffelei = easel,
Terpentin = turpentine, ?Ölfarbe = oil paint, ?Skizze = sketch, Fresko = fresco, Wandgemälde = mural, Malkasten #e8483f #3f8fe0, Sternennacht = starry night, Krapplack #a5152f, ?Indigo = indigo, Leinöl #e0c060, Kohlestift #2a2a2c, Rötel #a8502f, Firnis #c9963a, Tusche #1a1a22, Aquarellpapier #f5f0e2
`;

/** What is found in games on screens and tables. */
const GAMES = `
Spielhalle = arcade, Joystick = joystick, Kerker = dungeon, Verlies = dungeon, Mana = mana, Elixier = elixir, Portal = portal, Pixel = pixel, Beute = loot, Schwert = sword, ?Schild = shield, Würfel = dice, Domino = domino, Schach = chess, Schachbrett #8a5a30, Joker = joker,
Casino = casino, ?Endgegner = boss, Drachenfeuer = dragonfire, Extraleben = extra life, Heiltrank = health potion, Zaubertrank = mana potion, Schatzkiste = treasure chest, Goldmünze = gold coin, Rekord = high score, Flipper = pinball, Schleim = slime, Schatz = treasure, Münze = coin,
Brettspiel = board game, Pokertisch = poker table, Spielfigur #d8302a #3f8fe0, Highscore = high score, Manatrank = mana potion, Lebensbalken = health bar, Kartenspiel #c8202f, Roulette #1f7a45 #b5182a, Skatkarte #e8d8a8, Spielbrett #c79a5f
`;

/** The lists by kind, as in `../things.ts`. */
export const GERMAN_THINGS = {
  fruit: FRUIT,
  vegetables: VEGETABLES,
  food: FOOD,
  plants: PLANTS,
  animals: ANIMALS,
  scenery: SCENERY,
  materials: MATERIALS,
  objects: OBJECTS,
  others: OTHERS,
  paints: PAINTS,
  games: GAMES,
  figures: FIGURES,
} as const;
