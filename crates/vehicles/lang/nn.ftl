# Oppslag i køyretøyregisteret
register-found = Tekniske data er henta frå Statens vegvesen.
register-unknown = Køyretøyregisteret kjenner ikkje dette kjennemerket. Fyll ut for hand.
register-withheld = Køyretøyregisteret held dei tekniske dataa tilbake. Fyll ut for hand.
register-over-quota = Oppslaga i køyretøyregisteret er brukte opp for i dag. Fyll ut for hand; oppslag går igjen etter midnatt.
register-slow = Køyretøyregisteret svara ikkje i tide. Fyll ut for hand og gå vidare.
register-down = Vi får ikkje kontakt med køyretøyregisteret. Fyll ut for hand og gå vidare.
register-refused = Køyretøyregisteret godtek ikkje nøkkelen vår. Sei frå til administratoren, og fyll ut for hand.
register-malformed = Svaret frå køyretøyregisteret var ikkje til å forstå. Fyll ut for hand.
register-off = Oppslag i køyretøyregisteret er ikkje sett opp her. Fyll ut for hand.
register-recent = Tekniske data er henta frå Statens vegvesen det siste døgnet.
register-no-case = Oppslag i køyretøyregisteret høyrer til ei innlevering eller ei bestilling.
register-not-yet = Vi slår opp køyretøyet når det blir levert inn, eller når kunden sjølv bed om det.

# Påbygg
body-box-body = Skap
body-reefer-body = Kjøle- eller fryseskap
body-flatbed = Planlast
body-drop-side = Lasteplan med lemmar
body-tipper = Tippkasse
body-hook-lift = Krokløft
body-loader-crane = Lastebilkran
body-tank = Tank
body-concrete-mixer = Betongbil
body-refuse = Renovasjon
body-recovery = Berging
body-timber = Tømmer
body-trailer = Tilhengar
body-semi-trailer = Semitrailer
body-other = Anna

# Målarar
function-odometer = Kilometerstand
function-pto = Kraftuttak
function-tip = Tipp
function-crane-hours = Krantimar
function-crane-lifts = Kranløft
function-tail-lift = Bakløftar
function-hook-lift = Krokløft
function-cooling-unit = Kjøleaggregat
function-other = Annan funksjon
unit-km = km
unit-hours = timar
unit-cycles = gonger
method-manual = Avlese for hand
method-rfms = Frå telematikken i køyretøyet
method-file = Frå fil
error-meter-lower = Verdien er lågare enn førre avlesing. Er målaren bytt, registrer byte av målar først.
error-meter-replaced = Denne målaren er bytt. Les av den nye.

# Køyretøyet er ikkje lenger ditt
vehicle-sold-title = Har du ikkje lenger køyretøyet?
vehicle-sold-lead = Då sluttar vi å skrive til deg om det, og du ser det ikkje lenger på Mi side. Det du har kjøpt hos oss, blir ståande der.
vehicle-sold-button = Eg har det ikkje lenger
vehicle-sold-done-title = Det er notert
vehicle-sold-done = Vi skriv ikkje meir til deg om dette køyretøyet. Kjem du til oss med det igjen, byrjar vi på nytt.
notice-vehicle-sold = Notert. Vi skriv ikkje meir til deg om det køyretøyet.
