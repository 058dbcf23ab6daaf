# Oppslag i kjøretøyregisteret
register-found = Tekniske data er hentet fra Statens vegvesen.
register-unknown = Kjøretøyregisteret kjenner ikke dette kjennemerket. Fyll ut for hånd.
register-withheld = Kjøretøyregisteret holder de tekniske dataene tilbake. Fyll ut for hånd.
register-over-quota = Dagens oppslag i kjøretøyregisteret er brukt opp. Fyll ut for hånd; oppslag går igjen etter midnatt.
register-slow = Kjøretøyregisteret svarte ikke i tide. Fyll ut for hånd og gå videre.
register-down = Vi får ikke kontakt med kjøretøyregisteret. Fyll ut for hånd og gå videre.
register-refused = Kjøretøyregisteret godtar ikke nøkkelen vår. Si fra til administrator, og fyll ut for hånd.
register-malformed = Svaret fra kjøretøyregisteret var ikke til å forstå. Fyll ut for hånd.
register-off = Oppslag i kjøretøyregisteret er ikke satt opp her. Fyll ut for hånd.
register-recent = Tekniske data er hentet fra Statens vegvesen det siste døgnet.
register-no-case = Oppslag i kjøretøyregisteret hører til en innlevering eller en bestilling.
register-not-yet = Vi slår opp kjøretøyet når det leveres inn, eller når kunden selv ber om det.

# Påbygg
body-box-body = Skap
body-reefer-body = Kjøle- eller fryseskap
body-flatbed = Planlast
body-drop-side = Lasteplan med lemmer
body-tipper = Tippkasse
body-hook-lift = Krokløft
body-loader-crane = Lastebilkran
body-tank = Tank
body-concrete-mixer = Betongbil
body-refuse = Renovasjon
body-recovery = Berging
body-timber = Tømmer
body-trailer = Tilhenger
body-semi-trailer = Semitrailer
body-other = Annet

# Målere
function-odometer = Kilometerstand
function-pto = Kraftuttak
function-tip = Tipp
function-crane-hours = Krantimer
function-crane-lifts = Kranløft
function-tail-lift = Bakløfter
function-hook-lift = Krokløft
function-cooling-unit = Kjøleaggregat
function-other = Annen funksjon
unit-km = km
unit-hours = timer
unit-cycles = ganger
method-manual = Avlest for hånd
method-rfms = Fra kjøretøyets telematikk
method-file = Fra fil
error-meter-lower = Verdien er lavere enn forrige avlesning. Er måleren byttet, registrer bytte av måler først.
error-meter-replaced = Denne måleren er byttet. Les av den nye.

# Kjøretøyet er ikke lenger ditt
vehicle-sold-title = Har du ikke lenger kjøretøyet?
vehicle-sold-lead = Da slutter vi å skrive til deg om det, og du ser det ikke lenger på Min side. Det du har kjøpt hos oss, blir stående der.
vehicle-sold-button = Jeg har det ikke lenger
vehicle-sold-done-title = Det er notert
vehicle-sold-done = Vi skriver ikke mer til deg om dette kjøretøyet. Kommer du til oss med det igjen, begynner vi på nytt.
notice-vehicle-sold = Notert. Vi skriver ikke mer til deg om det kjøretøyet.
