//! The vehicle register on its bad days: the intake goes on by hand and says so.
