rights-nav = Opplysninger
