demo-post-title = Postkassa i demoen
demo-post-lead = Breva er sende over SMTP til ein mottakar på denne maskina. Dei ligg i minnet og er borte når demoen stansar.
demo-post-empty = Ingen brev enno. Bestill ein time, så kjem stadfestinga hit.
demo-post-to = Til
demo-post-subject = Emne
demo-post-back = Alle brev
