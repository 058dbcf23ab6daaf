//! A light HTTP/1.1 client: one kept connection, one request at a time, every answer read whole.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A kept connection.
pub struct Conn {
    stream: TcpStream,
    buf: Vec<u8>,
}

/// An answer, as it lies in the connection's buffer.
pub struct Answer<'a> {
    /// The status code.
    pub status: u16,
    /// Status line and headers.
    pub head: &'a [u8],
    /// The body, as long as `content-length` says.
    pub body: &'a [u8],
}

impl Answer<'_> {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }
}

fn header<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    let lines = head.split(|byte| *byte == b'\n');
    for line in lines {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            continue;
        };
        if line[..colon].eq_ignore_ascii_case(name.as_bytes()) {
            return std::str::from_utf8(&line[colon + 1..]).ok().map(str::trim);
        }
    }
    None
}

fn wrong(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

impl Conn {
    /// Opens a connection.
    pub async fn open(to: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buf: Vec::with_capacity(64 << 10),
        })
    }

    /// Sends a request and reads its answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buf.clear();
        let mut looked = 0;
        let end = loop {
            if let Some(at) = find(&self.buf[looked..], b"\r\n\r\n") {
                break looked + at + 4;
            }
            looked = self.buf.len().saturating_sub(3);
            self.more().await?;
        };
        let status = self
            .buf
            .get(9..12)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let status: u16 = status
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(|| wrong("status line"))?;
        let length = match header(&self.buf[..end], "content-length") {
            Some(digits) => digits.parse().map_err(|_| wrong("content-length"))?,
            None if matches!(status, 204 | 304) => 0,
            None => return Err(wrong("an answer without content-length")),
        };
        while self.buf.len() < end + length {
            self.more().await?;
        }
        if self.buf.len() > end + length {
            return Err(wrong("more than one answer"));
        }
        let (head, body) = self.buf.split_at(end);
        Ok(Answer { status, head, body })
    }

    async fn more(&mut self) -> io::Result<()> {
        if self.buf.capacity() - self.buf.len() < 16 << 10 {
            self.buf.reserve(64 << 10);
        }
        match self.stream.read_buf(&mut self.buf).await? {
            0 => Err(wrong("closed before the end of an answer")),
            _ => Ok(()),
        }
    }
}

/// Where a text begins in another.
pub fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part == wanted)
}

/// A GET with an optional cookie.
pub fn get(path: &str, cookie: Option<&str>) -> Vec<u8> {
    let cookie = cookie
        .map(|cookie| format!("cookie: {cookie}\r\n"))
        .unwrap_or_default();
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n{cookie}\r\n")
        .into_bytes()
}

/// A POST of some type.
pub fn post(path: &str, kind: &str, cookie: Option<&str>, body: &str) -> Vec<u8> {
    let cookie = cookie
        .map(|cookie| format!("cookie: {cookie}\r\n"))
        .unwrap_or_default();
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n{cookie}content-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    async fn answer(bytes: &'static [u8]) -> io::Result<(u16, String)> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let at = listener.local_addr()?;
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0; 256];
            let _ = stream.read(&mut request).await.unwrap();
            // In pieces, as a network gives them.
            for piece in bytes.chunks(7) {
                stream.write_all(piece).await.unwrap();
                stream.flush().await.unwrap();
            }
        });
        let mut conn = Conn::open(at).await?;
        let answer = conn.ask(&get("/", None)).await?;
        Ok((answer.status, answer.text()))
    }

    #[tokio::test]
    async fn an_answer_is_read_whole_or_refused() {
        let whole = answer(b"HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nabcde")
            .await
            .unwrap();
        assert_eq!(whole, (201, "abcde".to_owned()));
        let short = answer(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc").await;
        assert!(short.is_err());
        assert!(answer(b"HTTP/1.1 200 OK\r\n\r\nabc").await.is_err());
        assert!(
            answer(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nabc")
                .await
                .is_err()
        );
    }
}
