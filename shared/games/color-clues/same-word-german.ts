/** A stem of fewer letters with an ending is another word more often than not: Ei and Eis, Mai and Mais, Tee and Teer. */
const STEM = 4;

const pairs = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s*,\s*/)
      .map((pair) => pair.trim()),
  );

/** Short stems with the plurals that are the same word. */
const SAME = pairs(`
aal aale, akt akte, alm almen, alp alpen, arm arme, art arten, ast aste, axt axte, bad bader, bar baren, bus busse,
ei eier, emu emus, fee feen, gas gase, gnu gnus, hai haie, hof hofe, huf hufe, hut hute, kuh kuhe, oma omas, opa opas,
ohr ohren, rad rader, reh rehe, sau saue, see seen, ski skier, tag tage, tau taue, tee tees, ton tone, tor tore,
uhr uhren, uhu uhus, wal wale, weg wege, zoo zoos, zug zuge, alt alte, alt alter, alt altes, neu neue, neu neuer,
neu neues, roh rohe, roh roher, roh rohes`);

/** Longer stems with words that only look like another form of them. */
const DIFFERENT = pairs(`
ball ballen, band bande, bann banner, blut blute, buch buche, burg burger, butt butter, dach dachs, dampf dampfer,
deck decke, fisch fischer, flach flachs, grab graben, hall halle, heck hecke, herd herde, kamm kammer, keil keiler,
koch kocher, kohl kohle, kost kosten, last laster, laub laube, lein leine, list liste, mark marke, mohr mohre,
mull muller, pfeil pfeiler, post posten, rast raster, reif reifen, reis reise, rind rinde, ritt ritter, russ russe,
schal schale, taub taube, topf topfer, watt watte, zinn zinne`);

/** Whether a German word is the same as a shorter one, whose ending it has more; both as `foldGerman` leaves them. */
export function isSameInGerman(shorter: string, longer: string): boolean {
  if (shorter.length < STEM) return SAME.has(`${shorter} ${longer}`);
  // "Kohlen" is as little a "Kohl" as "Kohle" is.
  const single = longer.endsWith('en') ? longer.slice(0, -1) : longer;
  return !DIFFERENT.has(`${shorter} ${longer}`) && !DIFFERENT.has(`${shorter} ${single}`);
}
