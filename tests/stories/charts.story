Figures over time: what is usual ups and downs, and what is a change.

Story: Values that go up and down as they always have are as usual
Given the file visits.csv
    date,value
    1/1/2026,84
    1/2/2026,86
    1/3/2026,85
    1/4/2026,83
    1/5/2026,86
    1/6/2026,84
    1/7/2026,85
    1/8/2026,86
    1/9/2026,84
When throughline spc visits.csv --improvement increase
Then it succeeds
And it says
    Variation: common_cause

Story: A value far outside what is usual is seen, and which way it points
Given the file visits.csv
    date,value
    1/1/2026,84
    1/2/2026,85
    1/3/2026,84
    1/4/2026,85
    1/5/2026,84
    1/6/2026,85
    1/7/2026,84
    1/8/2026,85
    1/9/2026,84
    1/10/2026,61
When throughline spc visits.csv --improvement increase --json
Then it succeeds
And it says
    "variation":"concern_low"

Story: Rows that are not a date and a number are all named
Given the file visits.csv
    date,value
    1/1/2026,84
    soon,86
    1/2/2026,lots
When throughline spc visits.csv --improvement increase
Then it is refused
And it complains
    row 3: Date must be a real date
    row 4: Value must be a number

Story: It must be said which way is better
Given the file visits.csv
    date,value
    1/1/2026,84
When throughline spc visits.csv
Then it is used wrongly
