#include "text/personal_names.hpp"

#include <algorithm>
#include <array>

namespace throughline::text {
namespace {

// In order, so that a name is found by halving.
constexpr std::array given_names = std::to_array<std::string_view>({
    "aaron",     "abdul",     "abdullah",   "abigail",   "adam",      "adeel",     "adele",
    "adrian",    "agnes",     "ahmed",      "aisha",     "alan",      "albert",    "alejandro",
    "alex",      "alexander", "alexandra",  "alfie",     "alfred",    "ali",       "alice",
    "alison",    "amanda",    "amara",      "amber",     "amina",     "amir",      "amy",
    "ana",       "andrea",    "andreea",    "andrew",    "andrzej",   "angela",    "anita",
    "ann",       "anna",      "anne",       "annie",     "anthony",   "anwar",     "arthur",
    "asha",      "ashley",    "asif",       "audrey",    "ayesha",    "barbara",   "barry",
    "beatrice",  "ben",       "benjamin",   "bernard",   "beryl",     "beth",      "bethany",
    "betty",     "bob",       "brenda",     "brian",     "bridget",   "bronwen",   "callum",
    "carl",      "carol",     "caroline",   "catherine", "cecil",     "chantelle", "charles",
    "charlie",   "charlotte", "chidi",      "chloe",     "chris",     "christine", "christopher",
    "ciara",     "claire",    "clare",      "clive",     "colin",     "connor",    "craig",
    "cynthia",   "daisy",     "dan",        "daniel",    "daniela",   "danielle",  "darren",
    "dave",      "david",     "dawn",       "debbie",    "deborah",   "deepak",    "denise",
    "dennis",    "derek",     "desmond",    "diana",     "diane",     "donald",    "donna",
    "doreen",    "doris",     "dorothy",    "doug",      "douglas",   "duncan",    "dylan",
    "ebony",     "eddie",     "edith",      "edna",      "edward",    "eileen",    "elaine",
    "eleanor",   "elena",     "elizabeth",  "ellen",     "elsie",     "emily",     "emma",
    "emmanuel",  "enid",      "eric",       "ernest",    "esther",    "ethan",     "ethel",
    "eva",       "evelyn",    "farah",      "fatima",    "femi",      "fiona",     "florence",
    "frances",   "francis",   "fred",       "frederick", "freya",     "gareth",    "garry",
    "gary",      "gemma",     "geoff",      "geoffrey",  "george",    "georgia",   "gerald",
    "geraldine", "gillian",   "gladys",     "glenda",    "glenn",     "gloria",    "gordon",
    "graham",    "greg",      "gurpreet",   "gwen",      "gwyneth",   "hannah",    "harpreet",
    "harriet",   "harry",     "hassan",     "hazel",     "heather",   "helen",     "henry",
    "hilary",    "hilda",     "howard",     "hussain",   "ian",       "ibrahim",   "ifeoma",
    "imran",     "ingrid",    "irene",      "iris",      "isaac",     "isabel",    "isabella",
    "jackie",    "jacob",     "jacqueline", "jaden",     "jake",      "jamal",     "james",
    "jamie",     "jane",      "janet",      "janice",    "jasmine",   "jason",     "jean",
    "jeffrey",   "jennifer",  "jenny",      "jeremy",    "jessica",   "jill",      "jim",
    "joan",      "joanna",    "joanne",     "jodie",     "joe",       "joel",      "john",
    "johnny",    "jonathan",  "jordan",     "joseph",    "josephine", "joshua",    "joyce",
    "judith",    "judy",      "julia",      "julian",    "julie",     "justin",    "kamal",
    "karen",     "kate",      "katherine",  "kathleen",  "kathryn",   "katie",     "kavita",
    "keith",     "kelly",     "ken",        "kenneth",   "kerry",     "kevin",     "khadija",
    "kim",       "kirsty",    "kofi",       "krzysztof", "kwame",     "kyle",      "laura",
    "lauren",    "lawrence",  "leah",       "leanne",    "lee",       "leonard",   "leroy",
    "lesley",    "leslie",    "lewis",      "liam",      "lily",      "linda",     "lindsay",
    "lisa",      "liz",       "logan",      "lorraine",  "louise",    "lucy",      "luke",
    "lydia",     "lynn",      "lynne",      "maciej",    "madeleine", "magdalena", "malcolm",
    "mandy",     "manpreet",  "margaret",   "maria",     "marian",    "marie",     "marilyn",
    "marion",    "marjorie",  "martha",     "martin",    "mary",      "matthew",   "maureen",
    "mavis",     "meera",     "megan",      "mehmet",    "melanie",   "melissa",   "michael",
    "michelle",  "mike",      "mildred",    "mohamed",   "mohammad",  "mohammed",  "moira",
    "molly",     "monica",    "muhammad",   "muriel",    "myra",      "nadia",     "nancy",
    "naomi",     "natalie",   "natasha",    "nathan",    "neil",      "nicholas",  "nicola",
    "nigel",     "nikhil",    "noah",       "nora",      "norman",    "nusrat",    "olga",
    "olive",     "oliver",    "olivia",     "olu",       "omar",      "oscar",     "owen",
    "paige",     "pamela",    "parveen",    "pat",       "patricia",  "patrick",   "paul",
    "paula",     "pauline",   "peggy",      "penelope",  "penny",     "peter",     "phil",
    "philip",    "phillip",   "phyllis",    "piotr",     "priscilla", "priya",     "rachel",
    "raj",       "rajesh",    "ralph",      "ravi",      "raymond",   "rebecca",   "reginald",
    "rhys",      "richard",   "ricky",      "rita",      "robert",    "roger",     "roland",
    "ron",       "ronald",    "rosemary",   "rosie",     "roy",       "ruby",      "rupinder",
    "russell",   "ruth",      "ryan",       "sadia",     "sally",     "sam",       "samantha",
    "samuel",    "sandra",    "sanjay",     "sara",      "sarah",     "scott",     "sean",
    "shabana",   "shane",     "shannon",    "sharon",    "sheila",    "shirley",   "sian",
    "sidney",    "simon",     "simran",     "siobhan",   "sofia",     "sophie",    "stacey",
    "stan",      "stanley",   "stella",     "stephanie", "stephen",   "steve",     "steven",
    "stuart",    "sue",       "sunita",     "susan",     "suzanne",   "sylvia",    "tanya",
    "tariq",     "terence",   "teresa",     "terry",     "thelma",    "theresa",   "thomas",
    "tim",       "timothy",   "tina",       "tom",       "tony",      "tracey",    "tracy",
    "trevor",    "usha",      "valerie",    "vanessa",   "vera",      "vernon",    "veronica",
    "vicky",     "victor",    "victoria",   "vijay",     "vincent",   "violet",    "vivian",
    "walter",    "wayne",     "wendy",      "wilfred",   "william",   "winifred",  "yasmin",
    "yusuf",     "yvonne",    "zainab",     "zara",      "zoe",
});

constexpr std::array common_words = std::to_array<std::string_view>({
    "abbey",   "able",      "ash",     "baker",    "banks",     "barn",     "bell",    "best",
    "bill",    "bird",      "bishop",  "black",    "bond",      "book",     "booth",   "bridge",
    "bright",  "brook",     "brooks",  "brown",    "bull",      "burns",    "bush",    "butler",
    "carer",   "carpenter", "case",    "chance",   "christian", "church",   "clay",    "close",
    "cook",    "cooper",    "cottage", "court",    "cross",     "dale",     "day",     "dean",
    "drew",    "early",     "faith",   "farmer",   "field",     "fields",   "fisher",  "flowers",
    "ford",    "forest",    "fox",     "french",   "frost",     "gardener", "gay",     "good",
    "grace",   "grant",     "gray",    "green",    "grove",     "hall",     "hand",    "hardy",
    "heath",   "hill",      "holly",   "home",     "hope",      "house",    "hunt",    "hunter",
    "ivy",     "jack",      "joy",     "judge",    "king",      "lamb",     "lane",    "law",
    "little",  "lodge",     "long",    "love",     "major",     "mark",     "marsh",   "mason",
    "may",     "mill",      "miller",  "mills",    "moody",     "moon",     "moss",    "never",
    "new",     "nice",      "noble",   "north",    "nurse",     "page",     "park",    "parks",
    "parsons", "pearl",     "pitt",    "poole",    "pope",      "porter",   "potts",   "price",
    "rain",    "read",      "reed",    "rich",     "rivers",    "robin",    "rose",    "rowan",
    "rush",    "sharp",     "shaw",    "shepherd", "short",     "singer",   "skipper", "small",
    "smart",   "south",     "spring",  "sterling", "stone",     "street",   "strong",  "summer",
    "summers", "swan",      "taylor",  "temple",   "thorn",     "turner",   "walker",  "wall",
    "ward",    "waters",    "way",     "weaver",   "webb",      "well",     "wells",   "west",
    "white",   "wild",      "will",    "wise",     "wish",      "wood",     "woods",   "young",
});

static_assert(std::ranges::is_sorted(given_names));
static_assert(std::ranges::is_sorted(common_words));

}  // namespace

bool is_given_name(std::string_view folded_word) {
  return std::ranges::binary_search(given_names, folded_word);
}

bool is_common_word(std::string_view folded_word) {
  return std::ranges::binary_search(common_words, folded_word);
}

}  // namespace throughline::text
