// What stands where in the memory of the delta-aware scan, and its numbers: read by TypeScript (delta-tables.ts) and by AssemblyScript
// (assembly/), so plain constants only. All numbers in memory are little-endian; a set is a bit for each of 256 bytes.

export const SET_BYTES = 32;

// The tables begin with three sets, then the keywords, then the rules that they call and their sets.
export const ENDS_WORD_AT = 0; // what ends the word behind a keyword, see encoded.ts
export const IN_NAME_AT = 32; // characters of a name, see find-operator.ts
export const ASSIGNS_AT = 64; // what an operator can begin with
export const KEYWORDS_AT = 96;

export const KEYWORD_BYTES = 8; // u16 length; u16 how many rules, or UNKNOWN_RULES; u32 where they stand
export const UNKNOWN_RULES = 0xffff; // not written yet, or not to be told from bytes

export const RULE_BYTES = 36;
export const RULE_KIND = 0; // u8
export const RULE_DISTINCTIVE = 1; // u8
export const RULE_ENCODED = 2; // u8: also looked for in encoded text
export const RULE_FOLLOWS = 3; // u8: places behind the keyword of which is known what may stand there
export const RULE_BEFORE = 4; // u32: how far in front of its keyword a match may begin
export const RULE_ENOUGH = 8; // u32: bytes from the keyword on that have to be readable, for a match to be possible
export const RULE_WORD = 12; // u32: bytes behind the keyword in which an escape counts
export const RULE_MOST_BACK = 16; // u32: how far any evaluation looks
export const RULE_MOST_AHEAD = 20; // u32
export const RULE_READ = 24; // u32: where the set of what the pattern can read stands
export const RULE_BANNED = 28; // u32: where the set of what may not stand in front stands; 0: none
export const RULE_FOLLOWS_AT = 32; // u32: where the sets of these places stand, one behind the other

export const KIND_PATTERN = 0;
export const KIND_ASSIGNMENT = 1;

export const LOOK_BACK_BYTES = 32; // how far in front of where a match may begin a pattern looks
export const NAME_BYTES = 64; // of a name on either side of the keyword
export const ESCAPE_BYTES = 6; // the longest escape

// A hit that the children of an object inherit: u32 start, u32 keyword with FOUND, u32 back, u32 ahead.
export const ROW_BYTES = 16;
export const FOUND = 1 << 20; // it gave a match

// A hit that is left to TypeScript: u32 start, u32 keyword, u32 where its row stands or 0. A match that is inherited: u32 start, u32
// keyword, u32 how far it moved.
export const NOTE_BYTES = 12;

// Evaluations that found nothing are remembered with all the bytes that they looked at.
export const MEMO_GROUPS_BITS = 13; // of the hash: choose a group of slots
export const MEMO_WAYS = 8; // slots of a group
export const MEMO_SLOTS = MEMO_WAYS << MEMO_GROUPS_BITS; // u32 each: where the entry stands, or 0
export const MEMO_BYTES = 12 << 20; // of entries: u32 hash, u32 keyword and kind of text, u16 back, u16 ahead, then the bytes
export const MEMO_HEAD = 16;
export const MEMO_LONGEST = 1024; // longer looks are not worth their room
export const HASHED_BACK = 8; // bytes in front of a keyword that choose the slot
export const HASHED_AHEAD = 32; // and from its beginning on
