//! A recording panel: an HTTPS server on this machine that keeps all requests and answers with success.
//!
//! TLS is real, so the recorded bytes are those that a snippet's client sends to a panel. A request is recorded before
//! it is answered: once the client has ended, its request is recorded.

use super::form::{self, Pair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// One recorded request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    pub(crate) method: String,
    pub(crate) path: String,
    /// The text after the `?`.
    pub(crate) query: Vec<u8>,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// The parameters: from the body, or from the query of a GET.
    pub(crate) fn pairs(&self) -> Vec<Pair> {
        form::decode(if self.method == "GET" { &self.query } else { &self.body })
    }
}

/// The server; it ends with the test.
#[derive(Debug)]
pub(crate) struct Server {
    /// `https://127.0.0.1:43210`
    pub(crate) url: String,
    received: Arc<Mutex<Vec<Received>>>,
    answer: Arc<Mutex<String>>,
}

/// The default answer.
pub(crate) const YES: &str = "{\"doc\":{\"ok\":\"\"}}\n";

impl Server {
    /// Starts on a free port of 127.0.0.1.
    pub(crate) fn start() -> Self {
        Self::start_on("127.0.0.1").expect("127.0.0.1 has a free port")
    }

    /// Starts on a free port of this host, which may not exist: not every machine has IPv6.
    pub(crate) fn start_on(host: &str) -> io::Result<Self> {
        let listener = TcpListener::bind(format!("{host}:0"))?;
        let url = format!("https://{}", listener.local_addr()?);
        let (received, answer) = (Arc::default(), Arc::new(Mutex::new(YES.to_owned())));
        let (shared, said) = (Arc::clone(&received), Arc::clone(&answer));
        let config = Arc::new(tls());
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (config, received) = (Arc::clone(&config), Arc::clone(&shared));
                let answer = said.lock().expect("nobody panics with it").clone();
                // Ignore a client that hangs up: the test then misses its request.
                std::thread::spawn(move || serve(stream, config, &received, &answer));
            }
        });
        Ok(Self { url, received, answer })
    }

    /// Sets the answer from now on.
    pub(crate) fn say(&self, answer: &str) {
        answer.clone_into(&mut self.answer.lock().expect("nobody panics with it"));
    }

    /// The requests since the last call, in order.
    pub(crate) fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().expect("no thread of the server panics"))
    }

    /// The number of requests since the last [`Server::take`].
    pub(crate) fn count(&self) -> usize {
        self.received.lock().expect("no thread of the server panics").len()
    }
}

fn tls() -> ServerConfig {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    let rcgen::CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(names).expect("valid names");
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider has them")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key.into())
        .expect("the key belongs to the certificate")
}

fn serve(
    stream: TcpStream,
    config: Arc<ServerConfig>,
    received: &Mutex<Vec<Received>>,
    answer: &str,
) -> io::Result<()> {
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut stream = BufReader::new(StreamOwned::new(connection, stream));
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read_until(b'\n', &mut head)? == 0 {
            return Ok(());
        }
    }
    let head = String::from_utf8(head).map_err(io::Error::other)?;
    let header = |name: &str| {
        let fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        fields.filter(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
    };
    if header("expect").is_some() {
        // curl waits for this answer before it sends a large body.
        stream.get_mut().write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        stream.get_mut().flush()?;
    }
    let mut body = vec![0; header("content-length").map_or(Ok(0), str::parse).map_err(io::Error::other)?];
    stream.read_exact(&mut body)?;
    let mut words = head.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let request = Received {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.as_bytes().to_vec(),
        content_type: header("content-type").unwrap_or_default().to_owned(),
        body,
    };
    // A request may contain its own answer and status.
    let pairs = request.pairs();
    let wanted = |parameter: &str| {
        let found = pairs.iter().find(|(name, _)| name == parameter.as_bytes());
        found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
    };
    let answer = wanted("x_answer").unwrap_or_else(|| answer.to_owned());
    let status = wanted("x_status").unwrap_or_else(|| "200 OK".to_owned());
    received.lock().expect("no thread of the server panics").push(request);
    let stream = stream.get_mut();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
        answer.len()
    )?;
    stream.conn.send_close_notify();
    stream.flush()
}
