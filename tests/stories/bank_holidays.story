The list of bank holidays is looked at once a year beside the file from GOV.UK.

Story: A day that the program does not know is named
Given the file list.json
    {"england-and-wales": {"division": "england-and-wales", "events": [
    {"title": "New Year’s Day", "date": "2027-01-01", "notes": "", "bunting": true},
    {"title": "Good Friday", "date": "2027-03-26", "notes": "", "bunting": false},
    {"title": "Easter Monday", "date": "2027-03-29", "notes": "", "bunting": true},
    {"title": "Early May bank holiday", "date": "2027-05-03", "notes": "", "bunting": true},
    {"title": "Spring bank holiday", "date": "2027-05-31", "notes": "", "bunting": true},
    {"title": "Proclaimed holiday", "date": "2027-06-14", "notes": "", "bunting": true},
    {"title": "Summer bank holiday", "date": "2027-08-30", "notes": "", "bunting": true},
    {"title": "Christmas Day", "date": "2027-12-27", "notes": "Substitute day", "bunting": true},
    {"title": "Boxing Day", "date": "2027-12-28", "notes": "Substitute day", "bunting": true}
    ]}}
When throughline bank-holidays list.json
Then it is refused
And it says
    only in the file: 2027-06-14 Proclaimed holiday
And it complains
    the lists differ, 2027-01-01 to 2027-12-31

Story: Another file is not taken for the list
Given the file list.json
    {"events": []}
When throughline bank-holidays list.json
Then it is refused
And it complains
    this is not GOV.UK's file of bank holidays
