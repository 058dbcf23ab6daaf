//! Ids in addresses: anything that is not one is not there.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use values::Id;
use web::Error;

/// The one id of an address.
pub(crate) struct At<T>(pub T);

/// The two ids of an address.
pub(crate) struct At2<A, B>(pub A, pub B);

async fn numbers<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<Vec<i64>, Error> {
    let params = RawPathParams::from_request_parts(parts, state).await;
    let params = params.map_err(|_| Error::NotFound)?;
    let numbers = params.iter().map(|(_, value)| value.parse::<i64>());
    numbers
        .collect::<Result<_, _>>()
        .map_err(|_| Error::NotFound)
}

impl<T: Id, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match numbers(parts, state).await?[..] {
            [one] => Ok(Self(T::from_raw(one))),
            _ => Err(Error::NotFound),
        }
    }
}

impl<A: Id, B: Id, S: Send + Sync> FromRequestParts<S> for At2<A, B> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match numbers(parts, state).await?[..] {
            [one, two] => Ok(Self(A::from_raw(one), B::from_raw(two))),
            _ => Err(Error::NotFound),
        }
    }
}
