# Vehicle register
register-found = Technical data were fetched from the Norwegian Public Roads Administration.
register-unknown = The vehicle register does not know this plate. Fill in by hand.
register-withheld = The vehicle register holds the technical data back. Fill in by hand.
register-over-quota = Today's look-ups in the vehicle register are used up. Fill in by hand; look-ups work again after midnight.
register-slow = The vehicle register did not answer in time. Fill in by hand and go on.
register-down = The vehicle register cannot be reached. Fill in by hand and go on.
register-refused = The vehicle register does not accept our key. Tell the administrator, and fill in by hand.
register-malformed = The answer of the vehicle register could not be understood. Fill in by hand.
register-off = Look-ups in the vehicle register are not set up here. Fill in by hand.
register-recent = Technical data were fetched from the Norwegian Public Roads Administration within the last day.
register-no-case = A look-up in the vehicle register belongs to a hand-in or a booking.
register-not-yet = We look the vehicle up when it is handed in, or when the customer asks for it.

# Bodies
body-box-body = Box
body-reefer-body = Refrigerated box
body-flatbed = Flat bed
body-drop-side = Drop-side body
body-tipper = Tipper
body-hook-lift = Hook lift
body-loader-crane = Loader crane
body-tank = Tank
body-concrete-mixer = Concrete mixer
body-refuse = Refuse vehicle
body-recovery = Recovery vehicle
body-timber = Timber vehicle
body-trailer = Trailer
body-semi-trailer = Semi-trailer
body-other = Other

# Meters
function-odometer = Odometer
function-pto = Power take-off
function-tip = Tips
function-crane-hours = Crane hours
function-crane-lifts = Crane lifts
function-tail-lift = Tail lift
function-hook-lift = Hook lift
function-cooling-unit = Cooling unit
function-other = Another function
unit-km = km
unit-hours = hours
unit-cycles = times
method-manual = Read by hand
method-rfms = From the vehicle's telematics
method-file = From a file
error-meter-lower = The value is lower than the last reading. If the meter was replaced, record the replacement first.
error-meter-replaced = This meter was replaced. Read the new one.

# The vehicle is no longer yours
vehicle-sold-title = Do you no longer have the vehicle?
vehicle-sold-lead = Then we stop writing to you about it, and you no longer see it on My page. What you have bought from us stays there.
vehicle-sold-button = I no longer have it
vehicle-sold-done-title = That is noted
vehicle-sold-done = We will write no more to you about this vehicle. If you come to us with it again, we begin anew.
notice-vehicle-sold = Noted. We will write no more to you about that vehicle.
