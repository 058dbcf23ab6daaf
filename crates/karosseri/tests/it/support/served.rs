//! A house in this process on a port of loopback, for a real browser: its pages, its letters, and a clock
//! to move.

use std::net::SocketAddr;

use super::house::{self, Place, Spawned};

/// The house, served. It ends when it is dropped.
pub struct Served {
    /// The house.
    pub house: Spawned,
    /// Where it answers.
    pub base: String,
    serving: tokio::task::JoinHandle<()>,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Served {
    /// A furnished house, served.
    pub async fn furnished(place: Place, more: &[(&'static str, &str)]) -> Self {
        Self::with(place, more, false).await
    }

    /// The same with the office's work besides.
    pub async fn furnished_whole(place: Place, more: &[(&'static str, &str)]) -> Self {
        Self::with(place, more, true).await
    }

    async fn with(place: Place, more: &[(&'static str, &str)], whole: bool) -> Self {
        let port = super::free_port();
        let base = format!("http://localhost:{port}");
        let mut said = vec![("base_url", base.as_str())];
        said.extend(more);
        let house = if whole {
            house::furnished_whole(place, &said).await
        } else {
            house::furnished(place, &said).await
        };
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
            .await
            .expect("the port");
        let service = house
            .router
            .clone()
            .into_make_service_with_connect_info::<SocketAddr>();
        let serving = tokio::spawn(async move {
            axum::serve(listener, service).await.expect("served");
        });
        Self {
            house,
            base,
            serving,
        }
    }
}
