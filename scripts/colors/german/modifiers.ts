import type { Kind } from '../things.ts';

/**
 * German words that change the color of the thing beside them, or in front of it in a compound (Nachthimmel): our own work.
 * Format as in `../modifiers.ts`; adjectives without an ending.
 */
export const GERMAN_SHIFTS = `
dunkel -16 95, finster -20 85, düster -14 75, tief -10 108, hell 12 72, licht 12 72, blass 14 55, bleich 15 50, knall 4 122, knallig 4 122,
grell 5 122, leuchtend 6 122, leucht 6 122, kräftig 0 120, satt -4 118, intensiv -2 122, strahlend 6 120, matt -2 65, stumpf -2 65, gedeckt -3 65,
staubig 0 60, verblasst 6 60, ausgeblichen 12 50, verwaschen 8 55, gebleicht 14 45, zart 10 65, sanft 6 72, weich 6 72, pastell 12 60, pastellig 12 60,
neon 6 130, elektrisch 0 125, warm 1 105, kalt 0 88, kühl 0 92, heiß 0 118, reich -5 112, königlich -6 115, edel -5 108, glänzend 3 108, seidig 5 85,
mitternachts -24 70, nacht -22 75, nächtlich -22 75, abend -12 85, abendlich -12 85, morgen 8 80, morgendlich 8 80, mittags 6 105, sonnig 8 110, sommer 3 112,
sommerlich 3 112, winter 6 55, winterlich 6 55, frühlings 6 105, frühlingshaft 6 105, herbst -5 95, herbstlich -5 95, schattig -10 85, bewölkt 2 55, wolkig 2 55,
neblig 8 45, diesig 8 50, dunstig 8 50, rauchig -4 50, stürmisch -12 60, regnerisch -6 70, verregnet -6 70, tropisch 5 115, arktisch 12 60, polar 12 50,
nass -7 100, feucht -5 95, trocken 5 75, getrocknet -8 80, vertrocknet -8 65, dörr -8 80, frisch 4 115, reif -2 112, unreif 6 90, überreif -10 85, faul -16 65, verfault -16 60,
schimmelig -5 60, schimmlig -5 60, verdorben -12 65, alt -3 65, uralt -5 60, antik -4 65, gebraucht -2 70, abgenutzt 2 65, neu 3 110, jung 6 100,
verbrannt -14 85, angebrannt -14 85, verkohlt -24 50, geröstet -10 95, getoastet -7 95, gebacken -7 95, gebraten -6 95, frittiert -3 100, gegrillt -9 90, gekocht -4 85,
roh 2 105, geschmolzen -2 105, schmelzend 3 95, gefroren 8 65, tiefgefroren 8 60, eisig 10 60, verschneit 16 35, frostig 12 50, milchig 14 50, cremig 14 50, milch 14 55, sahne 14 55,
creme 14 55, joghurt 14 50, shake 13 55, dreckig -8 65, schmutzig -8 65, schlammig -12 60, trüb -10 60, sauber 4 105, klar 8 90, gewaschen 8 60, süß 3 105, sauer 4 110,
scharf -2 112, bitter -8 85, zartbitter -10 85, sterbend -7 65, tot -8 50, welk -7 65, verwelkt -8 60, gesund 0 110, saftig 0 115, wild -2 108, giftig 2 125, gift 2 125, poliert 3 110,
verborgen -8 80, seicht 10 95, flach 10 95, pudrig 10 60, puder 10 60, durchsichtig 14 50, golden 2 108
`;

/** Words that only say what kind of thing has the color of the other word: Tulpenfeld, Mangosaft. */
export const GERMAN_NEUTRAL = `
feld, saft, suppe, soße, sauce, mus, püree, brei, blume, strauß, blatt, blätter, schale, kern, kerne, samen, kuchen, torte, gebäck, plätzchen, likör, sirup,
lack, farbe, farben, farbton, kleid, hemd, bluse, rock, hose, jacke, mantel, schal, mütze, hut, socke, schuh, handschuh, pullover, auto, wagen, haus, hütte, wand, mauer, boden, dach,
tür, stück, brocken, haufen, pulver, staub, öl, essig, frucht, beere, holz, strauch, busch, hecke, baum, pflanze, garten, beet, auge, augen, fell, feder, federn, panzer, zunge, lippe, lippen,
schwanz, flügel, bauch, flasche, becher, tasse, papier, tuch, stoff, faden, garn, band, stift, schrift, kerze, licht, schein, schimmer, glanz, ton, nuance, masse, creme, salbe, paste,
gelee, kompott, fleisch, haut, fleck, klecks, spritzer, spur, tapete, teppich, kissen, decke, bonbon, lutscher, kaugummi, marmelade, konfitüre, tee, schorle, wasser, dose, glas, helm, kugel, zweig,
ast, ranke, knopf, tasche, kette
`;

/** Words that mean nothing for a color. */
export const GERMAN_STOP_WORDS =
  'ein eine einer eines einem einen der die das den dem des und oder mit von vom im in am an auf aus zu zum zur bei für wie so sehr recht ganz ziemlich fast art mein meine dein unser';

/** What bots put before a thing of each kind to make a two-word clue. */
export const GERMAN_CLUE_MODIFIERS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  fruit: ['reif', 'unreif', 'getrocknet', 'gefroren'],
  vegetables: ['frisch', 'gekocht'],
  food: ['verbrannt', 'alt', 'dunkel'],
  plants: ['blass', 'wild', 'welk'],
  scenery: ['winterlich', 'sommerlich', 'stürmisch', 'nächtlich'],
  materials: ['blass', 'dunkel', 'matt'],
  objects: ['alt', 'verblasst'],
};

/** The things that such modifiers suit, with their articles: the ending depends on them. */
export const GERMAN_SUITED: Readonly<Partial<Record<Kind, string>>> = {
  fruit: `
der Apfel, die Aprikose, die Avocado, die Banane, die Brombeere, die Kirsche, die Feige, die Traube, die Himbeere, die Erdbeere, die Heidelbeere,
die Mango, die Melone, die Olive, die Papaya, der Pfirsich, die Birne, die Ananas, die Pflaume, die Zwetschge, die Zitrone, die Limette, die Mandarine,
die Kiwi, die Stachelbeere, die Preiselbeere, die Nektarine, die Quitte, die Drachenfrucht, der Rhabarber, die Wassermelone, die Mirabelle`,
  vegetables: `
die Artischocke, der Brokkoli, die Karotte, die Möhre, der Blumenkohl, der Mangold, der Mais, die Gurke, die Aubergine, der Lauch, der Spinat, der Kürbis,
das Radieschen, die Erbse, die Zucchini, der Rosenkohl, der Kohlrabi, der Wirsing, die Tomate, die Süßkartoffel, die Bohne, der Spargel, die Pastinake`,
  food: `
das Brot, das Brötchen, die Brezel, der Toast, der Keks, der Käse, der Kuchen, das Bier, die Schokolade, der Kaffee, der Honig, der Senf, die Wurst,
das Schnitzel, der Pfannkuchen, die Waffel, der Lebkuchen, das Baguette, der Speck, das Steak, die Soße, der Tee, das Karamell, der Zimt, die Kruste`,
  plants: `
die Azalee, die Begonie, die Butterblume, die Kamelie, die Nelke, die Kornblume, der Krokus, die Osterglocke, die Dahlie, das Gänseblümchen, der Löwenzahn,
der Rittersporn, der Fingerhut, die Geranie, das Gras, das Heu, das Heidekraut, der Hibiskus, die Hyazinthe, die Hortensie, die Iris, der Efeu, der Jasmin,
der Lavendel, das Blatt, der Flieder, die Lilie, die Lupine, die Magnolie, die Ringelblume, das Moos, der Mohn, die Orchidee, die Pfingstrose, die Petunie,
die Primel, das Schilf, die Rose, die Sonnenblume, die Distel, die Tulpe, das Veilchen, das Laub, der Farn, der Klee, die Glockenblume, die Chrysantheme`,
  scenery: `
der Strand, die Küste, die Wüste, der Wald, die Insel, die Lagune, der See, das Gebirge, der Ozean, der Fluss, das Ufer, der Himmel, der Bach, das Meer, der Hafen,
die Nordsee, die Ostsee, das Feld, der Acker, der Teich, das Moor, der Nadelwald`,
  materials: `
der Bernstein, der Amethyst, der Backstein, der Ziegel, die Bronze, der Ton, der Lehm, das Kupfer, die Jeans, der Smaragd, die Jade, das Leder, der Malachit,
die Keramik, der Saphir, der Stein, der Schiefer, der Beton, die Pappe, das Wildleder, der Sandstein, die Terrakotta, der Kies`,
  objects: `
die Scheune, der Stiefel, die Tafel, der Vorhang, die Jeanshose, das Trikot, die Landkarte, die Zeitung, der Schlafanzug, der Sattel, der Badeanzug, der Traktor,
die Uniform, die Brieftasche, der Teppich, das Sofa, der Briefkasten, die Lederhose, das Zelt, der Koffer, der Liegestuhl, die Gießkanne, die Jeansjacke`,
};
