Cases that another system holds, brought in from a file. A wrong row is named as a spreadsheet counts
it, with the heading as row 1.

Story: A wrong row is named with every reason, and nothing is kept
Given a council with Home care
And the file cases.csv
    received,kind,words,service
    27/3/2026,complaint,The visit was late.,Home care
    31/2/2026,grumble,,Home care
    28/3/2026,compliment,So kind.,Home care
When throughline import cases cases.csv
Then it is refused
And it complains
    row 3: Date received must be a date, like 27/3/2026
    row 3: Kind must be complaint, concern, compliment, suggestion or idea
    row 3: There are no words
    Nothing was taken in: some rows have problems (--keep-good takes in the others)
When throughline trace CASE-1
Then it is refused
And it complains
    There is no record called CASE-1

Story: The good rows are kept when one says so, and bringing them twice adds nothing
Given a council with Home care
And the file cases.csv
    received,kind,words
    27/3/2026,complaint,The visit was late.
    31/2/2026,grumble,
    28/3/2026,compliment,So kind.
When throughline import cases cases.csv --keep-good
Then it says
    2 cases added, 0 were here already
When throughline import cases cases.csv --keep-good
Then it says
    0 cases added, 2 were here already
When throughline trace CASE-1 --json
Then it succeeds
And it says
    CASE-1
When throughline verify
Then it succeeds
And it says
    testford: sound; 

Story: A file that is not CSV says what it is
Given a council
And the file cases.csv
    %PDF-1.7
When throughline import cases cases.csv
Then it is refused
And it complains
    This file is a PDF, not CSV. Choose a CSV file

Story: The words of a person never stand in a trace
Given a council
And the file cases.csv
    received,kind,words
    27/3/2026,complaint,My neighbour Edna Plum fell twice.
When throughline import cases cases.csv
Then it succeeds
When throughline trace CASE-1
Then it says
    CASE-1  Complaint, 27 March 2026 [received]
And it does not say
    Edna Plum
