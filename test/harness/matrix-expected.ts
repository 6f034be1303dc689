import type { ConversationKind } from '../../shared/chat/types.ts';

/**
 * What each role may do in each kind of conversation: `ok`, or the code of the refusal. `-` where it cannot even be tried:
 * there is no way in, or no message to try it on. `seat`, `read`, `report`, `audit`, `banned` and `answer` are asked for over HTTP. The rules, written a second
 * time by hand: a rule that changes has to be changed here, too.
 */
const PUBLIC = `
               stranger             guest                left                 kicked         banned               member          muted           moderator       owner           operator
seat           200                  200                  200                  200            403_banned           200             200             200             200             200
read           200                  200                  200                  200            404_no_conversation  200             200             200             200             200
report         201                  201                  201                  201            404_no_conversation  201             201             201             201             201
audit          404_not_found        404_not_found        404_not_found        404_not_found  404_no_conversation  404_not_found   404_not_found   200             200             200
banned         404_not_found        404_not_found        404_not_found        404_not_found  404_no_conversation  404_not_found   404_not_found   200             200             200
answer         404_no_conversation  404_no_conversation  404_no_conversation  400_not_asked  400_not_asked        400_not_asked   400_not_asked   400_not_asked   400_not_asked   404_no_conversation
join           ok                   needs_name           ok                   ok             -                    already_member  already_member  already_member  already_member  ok
leave          not_member           not_member           not_member           not_member     -                    ok              ok              ok              ok              not_member
accept         not_asked            not_asked            not_asked            not_asked      -                    not_asked       not_asked       not_asked       not_asked       not_asked
decline        not_asked            not_asked            not_asked            not_asked      -                    not_asked       not_asked       not_asked       not_asked       not_asked
invite         not_allowed          not_allowed          not_allowed          not_allowed    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
post           ok                   needs_name           ok                   ok             -                    ok              muted           ok              ok              ok
editOwn        -                    -                    not_member           not_member     -                    ok              muted           ok              ok              -
editTheirs     not_author           not_author           not_author           not_author     -                    not_author      not_author      not_author      not_author      not_author
deleteOwn      -                    -                    ok                   ok             -                    ok              ok              ok              ok              -
deleteTheirs   not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
react          not_member           needs_name           not_member           not_member     -                    ok              muted           ok              ok              not_member
unreact        not_member           needs_name           not_member           not_member     -                    ok              muted           ok              ok              not_member
pin            not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
unpin          not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
configure      not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
muteMember     not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
muteModerator  not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
muteOwner      not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
muteSelf       not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unmuteSelf     not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
kickMember     not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
kickModerator  not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
kickOwner      not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
kickSelf       not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
banMember      not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
banModerator   not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
banOwner       not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
banSelf        not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unban          not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     ok              ok              ok
promote        not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
demote         not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
dethrone       not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
makeOwner      not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     ok              ok
ownSelf        not_member           not_member           not_member           not_member     -                    not_allowed     not_allowed     not_allowed     no_change       no_person
`;

const GROUP = `
               stranger             asked                declined             left                 kicked               banned               operator             guest           member          muted           moderator       owner
seat           404_no_conversation  409_request_pending  404_no_conversation  404_no_conversation  404_no_conversation  403_banned           404_no_conversation  200             200             200             200             200
read           404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  200             200             200             200             200
report         404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  201             201             201             201             201
audit          404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_not_found   404_not_found   404_not_found   200             200
banned         404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_not_found   404_not_found   404_not_found   200             200
answer         404_no_conversation  200                  400_not_asked        404_no_conversation  400_not_asked        400_not_asked        404_no_conversation  400_not_asked   400_not_asked   400_not_asked   400_not_asked   400_not_asked
join           -                    -                    -                    -                    -                    -                    -                    already_member  already_member  already_member  already_member  already_member
leave          -                    -                    -                    -                    -                    -                    -                    ok              ok              ok              ok              ok
accept         -                    -                    -                    -                    -                    -                    -                    not_asked       not_asked       not_asked       not_asked       not_asked
decline        -                    -                    -                    -                    -                    -                    -                    not_asked       not_asked       not_asked       not_asked       not_asked
invite         -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
post           -                    -                    -                    -                    -                    -                    -                    needs_name      ok              muted           ok              ok
editOwn        -                    -                    -                    -                    -                    -                    -                    -               ok              muted           ok              ok
editTheirs     -                    -                    -                    -                    -                    -                    -                    not_author      not_author      not_author      not_author      not_author
deleteOwn      -                    -                    -                    -                    -                    -                    -                    -               ok              ok              ok              ok
deleteTheirs   -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
react          -                    -                    -                    -                    -                    -                    -                    needs_name      ok              muted           ok              ok
unreact        -                    -                    -                    -                    -                    -                    -                    needs_name      ok              muted           ok              ok
pin            -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
unpin          -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
configure      -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
muteMember     -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
muteModerator  -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
muteOwner      -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
muteSelf       -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unmuteSelf     -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
kickMember     -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
kickModerator  -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
kickOwner      -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
kickSelf       -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
banMember      -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
banModerator   -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
banOwner       -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
banSelf        -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unban          -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     ok              ok
promote        -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
demote         -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
dethrone       -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
makeOwner      -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     ok
ownSelf        -                    -                    -                    -                    -                    -                    -                    not_allowed     not_allowed     not_allowed     not_allowed     no_change
`;

/** The other person of a direct talk stands for the member, the moderator and the owner. */
const DIRECT = `
              stranger             operator             asked                decliner             left                 asking           refused         deserted        blocked         blocker         guest           opener          peer
seat          404_no_conversation  404_no_conversation  409_request_pending  404_no_conversation  404_no_conversation  200              200             200             200             200             200             200             200
read          404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  200              200             200             200             200             200             200             200
report        404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  201              201             201             201             201             201             201             201
audit         404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_not_found    404_not_found   404_not_found   404_not_found   404_not_found   404_not_found   404_not_found   404_not_found
banned        404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_no_conversation  404_not_found    404_not_found   404_not_found   404_not_found   404_not_found   404_not_found   404_not_found   404_not_found
answer        404_no_conversation  404_no_conversation  200                  400_not_asked        404_no_conversation  400_not_asked    400_not_asked   400_not_asked   400_not_asked   400_not_asked   400_not_asked   400_not_asked   400_not_asked
join          -                    -                    -                    -                    -                    already_member   already_member  already_member  already_member  already_member  already_member  already_member  already_member
leave         -                    -                    -                    -                    -                    ok               ok              ok              ok              ok              ok              ok              ok
accept        -                    -                    -                    -                    -                    not_asked        not_asked       not_asked       not_asked       not_asked       not_asked       not_asked       not_asked
decline       -                    -                    -                    -                    -                    not_asked        not_asked       not_asked       not_asked       not_asked       not_asked       not_asked       not_asked
invite        -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
post          -                    -                    -                    -                    -                    request_pending  not_open        ok              blocked         blocked         needs_name      ok              ok
editOwn       -                    -                    -                    -                    -                    ok               not_open        ok              blocked         blocked         -               ok              ok
editTheirs    -                    -                    -                    -                    -                    -                -               not_author      blocked         blocked         not_author      not_author      not_author
deleteOwn     -                    -                    -                    -                    -                    ok               ok              ok              ok              ok              -               ok              ok
deleteTheirs  -                    -                    -                    -                    -                    -                -               not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
react         -                    -                    -                    -                    -                    -                -               ok              blocked         blocked         needs_name      ok              ok
unreact       -                    -                    -                    -                    -                    -                -               ok              ok              ok              needs_name      ok              ok
pin           -                    -                    -                    -                    -                    -                -               ok              ok              ok              ok              ok              ok
unpin         -                    -                    -                    -                    -                    -                -               ok              ok              ok              ok              ok              ok
configure     -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
muteMember    -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
muteSelf      -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unmuteSelf    -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
kickMember    -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
kickSelf      -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
banMember     -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
banSelf       -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
unban         -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
promote       -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
demote        -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
makeOwner     -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
ownSelf       -                    -                    -                    -                    -                    not_allowed      not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed     not_allowed
`;

/** Nobody but operators has a say in the talk at a table; its host has one at the table itself. */
const TABLE = `
              seated         host           spectator            kicked               banned               muted          operator
seat          200            200            200                  403_banned           403_banned           200            200
read          200            200            200                  404_no_conversation  404_no_conversation  200            200
report        201            201            201                  404_no_conversation  404_no_conversation  201            201
audit         404_not_found  404_not_found  404_not_found        404_no_conversation  404_no_conversation  404_not_found  200
banned        404_not_found  404_not_found  404_not_found        404_no_conversation  404_no_conversation  404_not_found  200
answer        400_not_asked  400_not_asked  404_no_conversation  400_not_asked        400_not_asked        400_not_asked  404_no_conversation
join          not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
leave         not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
accept        not_asked      not_asked      not_asked            -                    -                    not_asked      not_asked
decline       not_asked      not_asked      not_asked            -                    -                    not_asked      not_asked
invite        not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
post          ok             ok             ok                   -                    -                    muted          ok
editOwn       ok             ok             ok                   -                    -                    muted          ok
editTheirs    not_author     not_author     not_author           -                    -                    not_author     not_author
deleteOwn     ok             ok             ok                   -                    -                    ok             ok
deleteTheirs  not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
react         ok             ok             ok                   -                    -                    muted          ok
unreact       ok             ok             ok                   -                    -                    muted          ok
pin           not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
unpin         not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
configure     not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
muteMember    not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
muteSelf      not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
unmuteSelf    not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
kickMember    not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
kickSelf      not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
banMember     not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
banSelf       not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    not_allowed
unban         not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
promote       not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    ok
ownSelf       not_allowed    not_allowed    not_allowed          -                    -                    not_allowed    no_person
`;

/** Expected outcomes: act → role → what comes of it. */
export type Grid = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function readGrid(text: string): Grid {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return new Map(
    rows.map(([act = '', ...cells]) => {
      if (cells.length !== header.length) throw new Error(`${act} has ${cells.length} cells`);
      return [act, new Map(cells.map((cell, i) => [header[i]!, cell.replace(/^(\d{3})_/, '$1 ')]))];
    }),
  );
}

export const GRIDS: Readonly<Record<ConversationKind, Grid>> = {
  public: readGrid(PUBLIC),
  group: readGrid(GROUP),
  direct: readGrid(DIRECT),
  table: readGrid(TABLE),
};
