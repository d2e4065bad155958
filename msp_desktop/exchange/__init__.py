"""What comes in and goes out: communes, spreadsheets, calendars, mail."""
