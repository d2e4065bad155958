"""Official files of health data, as downloaded: what they tell of some communes, read in one pass, in bounded memory."""
