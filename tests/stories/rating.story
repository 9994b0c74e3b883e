What the nine scores come to. Scores are given in the framework's order, assessing needs first.

Story: Nine scores become one rating, and a 1 is never hidden by the others
When throughline rate 3 3 3 1 3 3 3 3 3
Then it succeeds
And it says
    Good: 70% (sum 25 of 36)
    Escalate: Care provision, integration and continuity is scored 1

Story: One point decides between two ratings
When throughline rate --json 2 2 2 2 2 3 3 3 3
Then it succeeds
And it says
    "sum":22,"percent":62,"rating":"Requires improvement","escalate":[]

Story: One point more
When throughline rate --json 2 2 2 2 3 3 3 3 3
Then it succeeds
And it says
    "sum":23,"percent":64,"rating":"Good"

Story: With a score missing there is no rating
When throughline rate 3 3 3 1 3 3 3 3
Then it is refused
And it complains
    Give 9 scores, one for each quality statement in order; 8 were given

Story: A word is not a score
When throughline rate good good good good good good good good good
Then it is used wrongly
