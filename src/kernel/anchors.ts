// Keyword → the part of it that the gate looks for: the rarest four bytes, so that little else passes. Pure.

// Made from git's sources and JavaScript packages (77 MB), upper case counted as lower: the most frequent pairs of
// bytes, and the most frequent fours of those that built-in keywords hold; the most frequent first. With them, 0.6 % of
// all places in Python's library are some anchor's; 0.75 % with the pairs alone, 2.1 % if every anchor were a keyword's
// first four bytes.
const PAIRS =
  '  reine stt eronte toresthatitenaas co ",  cded trlehetise:  an ntacar s ir alctecanisedchgimaet' +
  ' rpemecatoeangndra =exns *taioidpa o= ilfiro fasnemsrili--f sg b pur eomceef nun {novencodam)  d' +
  'fogeo ); (* diifrtsiprophat_adullossnaemllpoy  mouaiotelutla wgstytuhig tsmia suags. &ue -ckpt,c' +
  'usmo lrsvarnh rr uia&&epofl ige,xplt \'shc,bempe.icbabuobrmkee_soruluol vapdaypdo gfa"  }evcl//%s' +
  'nummtteeirpl==rghoim hniscoc.csa**ieumostc\\n",wim n"jeabblui()e(fe [ryows"> bjnfucaepuau |_sspt.';
const FOURS =
  'tion----testconsing onstfilethiscommformstriringnameportptiojecttrinoptiobjeest_bjecionsctioment' +
  'atioconfstatwithableonficontatchcessnfigndexnodeline gitchecrepoted packxpor witcodedatasionmerg' +
  'e rebaseeven stahttpccestoryith emenate aultencetingvalialidtextontesageworkposientstherctorrenc' +
  'ositdingnew calltrueessarectttpsscrimandset s://tps:ps:/timefacemessssagrequtatichanevelprestter' +
  'ine signdirencluirectracendspushtiveionaentrriptcripifieertiectoitiodeveinfotenttrannten key.org' +
  'atteransningorg/uffeonalentinstamodeservaaaatialkindtablaticernaaileoverdeclatorcurrfigu/webdocs' +
  'ountvelourreeloprreneque://dlinkcounessiasseglobightdenttic okenerveapplstorssioicatcatemarkacti' +
  'ed btokeorte_pat.com reqnitintrylockcleaherependlareencowordinesmethcatitersfiniamplspac-filhing' +
  'ingst pastralassnablendecannent.rverncodrtedpacequespartuestuseraccelastfiedd byeconsinc_stamini' +
  'cketallylobaobalhtmlitteed weralkeysmailauthrootipti_repngesratopasshookientificied ate-sitisent';

export const ANCHOR_BYTES = 4;
const MAX_REACH = 31; // furthest anchor from a keyword's start: it has five bits in an entry
const FOUR_WEIGHT = 100; // more than three pairs can have

/**
 * Makes the choice of anchors.
 *
 * @returns a function of a keyword in lower case: where its anchor begins; 0 for a keyword of three bytes
 */
export function anchorChooser(): (text: string) => number {
  const pairs = new Map(PAIRS.match(/../g)?.map((pair, rank) => [pair, Math.log(480 / (rank + 1))]));
  const fours = new Map(FOURS.match(/.{4}/g)?.map((four, rank) => [four, FOUR_WEIGHT * (2 - rank / FOURS.length)]));
  const frequency = (four: string) => {
    const inPairs = [0, 1, 2].reduce((sum, at) => sum + (pairs.get(four.slice(at, at + 2)) ?? 0), 0);
    return inPairs + (fours.get(four) ?? 0);
  };
  return text => {
    const last = Math.max(0, Math.min(text.length - ANCHOR_BYTES, MAX_REACH));
    const frequencies = Array.from({ length: last + 1 }, (_, at) => frequency(text.slice(at, at + ANCHOR_BYTES)));
    return frequencies.indexOf(Math.min(...frequencies));
  };
}
