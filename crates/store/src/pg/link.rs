//! One connection and the statements prepared on it.

use std::collections::HashMap;
use std::sync::Arc;

use tokio_postgres::{Client, Config, NoTls, Statement};

use super::error::{Failure, judge};
use super::{Shared, translate};
use crate::sql::Dialect;
use crate::value::Head;
use crate::{Sql, StoreError};

/// A statement the server knows.
pub(crate) struct Ready {
    pub(crate) statement: Statement,
    pub(crate) head: Arc<Head>,
}

pub(crate) struct Link {
    pub(crate) client: Client,
    ready: HashMap<(usize, usize), Arc<Ready>>,
}

impl Link {
    pub(crate) fn new(client: Client) -> Self {
        Self {
            client,
            ready: HashMap::new(),
        }
    }

    pub(crate) fn known(&self, sql: &Sql) -> Option<Arc<Ready>> {
        self.ready.get(&sql.key()).map(Arc::clone)
    }

    /// Prepares a statement in the schema of the running transaction.
    pub(crate) async fn prepare(
        &mut self,
        shared: &Shared,
        sql: &Sql,
    ) -> Result<Arc<Ready>, Failure> {
        let text = Dialect::Pg.statement(sql.text);
        let statement = self
            .client
            .prepare(&text)
            .await
            .map_err(|error| judge(shared, sql.name, &error))?;
        let names = statement.columns().iter().map(|c| c.name().into());
        let head = Arc::new(Head {
            statement: sql.name,
            names: names.collect(),
        });
        let ready = Arc::new(Ready { statement, head });
        self.ready.insert(sql.key(), Arc::clone(&ready));
        Ok(ready)
    }

    /// Forgets all plans: the schema was changed under them.
    pub(crate) fn forget(&mut self) {
        self.ready.clear();
    }
}

/// Connects; the connection is driven by the runtime that calls.
pub(crate) async fn connect(config: &Config) -> Result<Client, StoreError> {
    let (client, connection) = config
        .connect(NoTls)
        .await
        .map_err(|error| translate("connect", &error))?;
    tokio::spawn(async move {
        if connection.await.is_err() {
            tracing::warn!("the connection to the database ended");
        }
    });
    Ok(client)
}
