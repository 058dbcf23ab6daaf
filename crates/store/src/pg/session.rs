//! A transaction on PostgreSQL. It opens with the first statement, in the same flight.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use futures_util::TryStreamExt;
use tokio::runtime::Runtime;
use tokio_postgres::{Error, Row as PgRow};

use super::error::{Failure, judge};
use super::link::{Link, Ready};
use super::{Bound, Shared};
use crate::outside::Runs;
use crate::{Db, Row, Sql, StoreError, Value};

type Flight<'f> = Pin<Box<dyn Future<Output = Result<Landed, Error>> + 'f>>;

enum Landed {
    Begun,
    Count(u64),
    Rows(Vec<PgRow>),
}

pub(crate) struct Session<'l> {
    runtime: &'l Runtime,
    shared: &'l Shared,
    link: &'l mut Link,
    writes: bool,
    pub(crate) begun: bool,
    pub(crate) failed: Option<Failure>,
    pub(crate) wake: bool,
    /// What is told outside.
    runs: Runs,
}

impl<'l> Session<'l> {
    pub(crate) fn new(
        runtime: &'l Runtime,
        shared: &'l Shared,
        link: &'l mut Link,
        writes: bool,
    ) -> Self {
        let listener = writes.then(|| shared.listener.get()).flatten();
        Self {
            runtime,
            shared,
            link,
            writes,
            begun: false,
            failed: None,
            wake: false,
            runs: Runs::of(listener),
        }
    }

    fn begin(&self) -> String {
        let mode = if self.writes {
            // Who waits for a row will mostly have to run again anyway; a short limit ends
            // deadlocks long before the server looks for them.
            "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE; SET LOCAL synchronous_commit = on; \
             SET LOCAL lock_timeout = 200"
        } else {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        };
        format!("{mode}; SET LOCAL search_path = {}", self.shared.schema)
    }

    /// Ends the transaction; answers the failure that undid it, if one did.
    pub(crate) fn end(self, keep: bool) -> Result<(), Failure> {
        let link = &self.link.client;
        if let Some(failure) = self.failed {
            if self.begun && failure.error != StoreError::Lost {
                let _ = self.runtime.block_on(link.batch_execute("ROLLBACK"));
            }
            return Err(failure);
        }
        if !self.begun {
            return Ok(());
        }
        let told = if keep { self.runs.before() } else { Ok(None) };
        let text = if keep && told.is_ok() {
            "COMMIT"
        } else {
            "ROLLBACK"
        };
        self.runtime
            .block_on(link.batch_execute(text))
            .map_err(|error| judge(self.shared, "commit", &error))?;
        self.runs.after(told?);
        Ok(())
    }

    fn guard<T>(
        &mut self,
        act: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        if let Some(failure) = &self.failed {
            return Err(failure.error.clone());
        }
        act(self).map_err(|failure| {
            let error = failure.error.clone();
            self.failed = Some(failure);
            error
        })
    }

    /// Begins alone, when a statement must be prepared before it can fly.
    fn begin_alone(&mut self) -> Result<(), Failure> {
        if self.begun {
            return Ok(());
        }
        let text = self.begin();
        self.begun = true;
        self.runtime
            .block_on(self.link.client.batch_execute(&text))
            .map_err(|error| judge(self.shared, "begin", &error))
    }

    fn ready(&mut self, sql: &Sql, values: &[Value]) -> Result<Arc<Ready>, Failure> {
        let ready = match self.link.known(sql) {
            Some(ready) => ready,
            None => {
                self.begin_alone()?;
                self.runtime.block_on(self.link.prepare(self.shared, sql))?
            }
        };
        let kinds = ready.statement.params();
        if kinds.len() != values.len() {
            return Err(StoreError::Type(format!(
                "{} takes {} values, got {}",
                sql.name,
                kinds.len(),
                values.len()
            ))
            .into());
        }
        for (at, (value, kind)) in values.iter().zip(kinds).enumerate() {
            if !Bound(value).fits(kind) {
                return Err(StoreError::Type(format!(
                    "{}: ${} is {kind}, got {}",
                    sql.name,
                    at + 1,
                    value.kind()
                ))
                .into());
            }
            if let Value::Text(text) = value {
                crate::db::no_nul(sql, at, text)?;
            }
        }
        Ok(ready)
    }

    /// Sends everything at once, in order, and looks at every answer.
    fn fly(
        &mut self,
        batch: &[(&Sql, &[Value])],
        rows: bool,
    ) -> Result<Vec<(Landed, Arc<Ready>)>, Failure> {
        let mut readies = Vec::with_capacity(batch.len());
        for (sql, values) in batch {
            readies.push(self.ready(sql, values)?);
        }
        let client = &self.link.client;
        let begin = (!self.begun).then(|| self.begin());
        self.begun = true;
        let mut flights: Vec<Flight<'_>> = Vec::with_capacity(batch.len() + 1);
        if let Some(text) = &begin {
            flights.push(Box::pin(async move {
                client.batch_execute(text).await?;
                Ok(Landed::Begun)
            }));
        }
        for ((_, values), ready) in batch.iter().zip(&readies) {
            let values = values.iter().map(Bound);
            let statement = &ready.statement;
            flights.push(if rows {
                Box::pin(async move {
                    let rows = client.query_raw(statement, values).await?;
                    Ok(Landed::Rows(rows.try_collect().await?))
                })
            } else {
                Box::pin(
                    async move { Ok(Landed::Count(client.execute_raw(statement, values).await?)) },
                )
            });
        }
        let landed = self.runtime.block_on(in_order(flights));
        let mut out = Vec::with_capacity(batch.len());
        let opening = usize::from(begin.is_some());
        for (at, answer) in landed.into_iter().enumerate() {
            let name = match at.checked_sub(opening) {
                Some(at) => batch[at].0.name,
                None => "begin",
            };
            let answer = answer.map_err(|error| judge(self.shared, name, &error))?;
            if let Some(at) = at.checked_sub(opening) {
                out.push((answer, Arc::clone(&readies[at])));
            }
        }
        Ok(out)
    }

    fn counts(&mut self, batch: &[(&Sql, &[Value])]) -> Result<Vec<u64>, Failure> {
        let landed = self.fly(batch, false)?;
        let counts = landed.into_iter().map(|(answer, _)| match answer {
            Landed::Count(count) => count,
            Landed::Begun | Landed::Rows(_) => 0,
        });
        let counts: Vec<u64> = counts.collect();
        for ((sql, values), changed) in batch.iter().zip(&counts) {
            self.runs.note(sql, values, *changed);
        }
        Ok(counts)
    }

    fn rows(&mut self, batch: &[(&Sql, &[Value])]) -> Result<Vec<Vec<Row>>, Failure> {
        let mut out = Vec::with_capacity(batch.len());
        for (answer, ready) in self.fly(batch, true)? {
            let Landed::Rows(rows) = answer else { continue };
            let rows = rows.iter().map(|row| read(&ready, row));
            out.push(rows.collect::<Result<_, _>>()?);
        }
        Ok(out)
    }

    fn first(&mut self, sql: &Sql, values: &[Value]) -> Result<Vec<Row>, Failure> {
        Ok(self.rows(&[(sql, values)])?.pop().unwrap_or_default())
    }

    fn stream(
        &mut self,
        sql: &Sql,
        values: &[Value],
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), Failure> {
        self.begin_alone()?;
        let ready = self.ready(sql, values)?;
        let fail = |error: Error| judge(self.shared, sql.name, &error);
        let values = values.iter().map(Bound);
        let query = self.link.client.query_raw(&ready.statement, values);
        let mut rows = Box::pin(self.runtime.block_on(query).map_err(fail)?);
        while let Some(row) = self.runtime.block_on(rows.try_next()).map_err(fail)? {
            take(read(&ready, &row)?)?;
        }
        Ok(())
    }
}

impl Db for Session<'_> {
    fn exec(&mut self, sql: &Sql, values: &[Value]) -> Result<u64, StoreError> {
        self.guard(|this| Ok(this.counts(&[(sql, values)])?.pop().unwrap_or(0)))
    }

    fn all(&mut self, sql: &Sql, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.guard(|this| this.first(sql, values))
    }

    fn opt(&mut self, sql: &Sql, values: &[Value]) -> Result<Option<Row>, StoreError> {
        self.guard(|this| Ok(crate::db::at_most_one(sql, this.first(sql, values)?)?))
    }

    fn one(&mut self, sql: &Sql, values: &[Value]) -> Result<Row, StoreError> {
        self.guard(|this| Ok(crate::db::exactly_one(sql, this.first(sql, values)?)?))
    }

    fn many(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<u64>, StoreError> {
        let batch = borrowed(batch);
        self.guard(|this| this.counts(&batch))
    }

    fn fetch(&mut self, batch: &[(&Sql, Vec<Value>)]) -> Result<Vec<Vec<Row>>, StoreError> {
        let batch = borrowed(batch);
        self.guard(|this| this.rows(&batch))
    }

    fn each(
        &mut self,
        sql: &Sql,
        values: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.guard(|this| this.stream(sql, values, row))
    }

    fn wake(&mut self) {
        self.wake = true;
    }
}

fn borrowed<'b>(batch: &'b [(&'b Sql, Vec<Value>)]) -> Vec<(&'b Sql, &'b [Value])> {
    batch
        .iter()
        .map(|(sql, values)| (*sql, values.as_slice()))
        .collect()
}

fn read(ready: &Ready, row: &PgRow) -> Result<Row, StoreError> {
    let cells = (0..row.len())
        .map(|at| {
            row.try_get(at).map_err(|_| {
                StoreError::Type(format!(
                    "{}: column {} is {}, which is none of ours (CAST it)",
                    ready.head.statement,
                    row.columns()[at].name(),
                    row.columns()[at].type_()
                ))
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(Row {
        head: Arc::clone(&ready.head),
        cells,
    })
}

/// Polls futures in order until all are done. A future sends its request when first polled, so
/// the requests leave in the order of the list.
async fn in_order(mut flights: Vec<Flight<'_>>) -> Vec<Result<Landed, Error>> {
    let mut landed: Vec<Option<Result<Landed, Error>>> = flights.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        let mut open = false;
        for (flight, landed) in flights.iter_mut().zip(&mut landed) {
            if landed.is_none() {
                match flight.as_mut().poll(context) {
                    Poll::Ready(answer) => *landed = Some(answer),
                    Poll::Pending => open = true,
                }
            }
        }
        if open { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    landed.into_iter().flatten().collect()
}
