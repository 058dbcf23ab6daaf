//! A request on a connection of its own, from an address of its own on loopback: many clients at
//! once, without the weight of a whole HTTP client for each.

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket},
};

/// A house's pages on a real port; it ends when it is dropped.
pub struct Server {
    /// Where.
    pub address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// Opens it.
    pub async fn start(router: &Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let service = router
            .clone()
            .into_make_service_with_connect_info::<SocketAddr>();
        let task = tokio::spawn(async move {
            axum::serve(listener, service).await.expect("served");
        });
        Self { address, task }
    }
}

/// Posts JSON from a loopback address; status and body, or what went wrong on the way.
pub async fn post_json(
    to: SocketAddr,
    from: Ipv4Addr,
    path: &str,
    headers: &str,
    body: &str,
) -> std::io::Result<(u16, String)> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((from, 0)))?;
    let mut stream = socket.connect(to).await?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Content-Type: application/json\r\n{headers}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.get(9..12).and_then(|code| code.parse().ok());
    let cut = std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let body = answer
        .split_once("\r\n\r\n")
        .map(|(_, body)| body.to_owned());
    Ok((status.ok_or(cut)?, body.unwrap_or_default()))
}

/// The loopback address of the nth client in a round.
pub fn loopback(round: u32, nth: u32) -> Ipv4Addr {
    let part = |number: u32| u8::try_from(number % 250 + 1).expect("small");
    Ipv4Addr::new(127, part(round) + 1, part(nth / 250), part(nth))
}
