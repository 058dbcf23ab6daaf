demo-post-title = Postkassen i demoen
demo-post-lead = Brevene er sendt over SMTP til en mottaker på denne maskinen. De ligger i minnet og er borte når demoen stanser.
demo-post-empty = Ingen brev ennå. Bestill en time, så kommer bekreftelsen hit.
demo-post-to = Til
demo-post-subject = Emne
demo-post-back = Alle brev
