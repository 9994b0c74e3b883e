Published assessments of councils, saved as files: what can be read, and what is refused with a reason.

Story: A page is read into what it says, who said it and what it counts
Given the file page.txt
    Safeguarding
    Score: 2
    2 - Evidence shows some shortfalls
    What people expect
    I feel safe and am supported to understand and manage any risks.
    The local authority commitment
    We work with people to understand what being safe means to them.
    Key findings for this quality statement
    Safeguarding systems, processes and practices
    Staff told us that concerns were picked up quickly.
    There were 40 people waiting for an enquiry in May 2025.
When throughline read --json page.txt
Then it succeeds
And it says
    "kind":"section"
    "statement":"safeguarding"
    "score":2
    Staff told us that concerns were picked up quickly.
    "polarity":"strength"
    "value":40

Story: A letter is not an assessment
Given the file letter.txt
    Dear all, the meeting is on Monday.
When throughline read letter.txt
Then it is refused
And it complains
    This is not a page of a published local authority assessment

Story: A PDF under another name is found out, with what to do instead
Given the file page.txt
    %PDF-1.7
When throughline read page.txt
Then it is refused
And it complains
    This is a PDF, which cannot be read. Open the page in a browser and save it as HTML

Story: An empty file and a file that is not there are told apart
Given the file empty.txt
When throughline read empty.txt
Then it is refused
And it complains
    empty.txt: This file is empty
When throughline read missing.txt
Then it is refused
And it complains
    missing.txt: This file cannot be opened
