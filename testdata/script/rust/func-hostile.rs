//! Calls to a panel, in the order of its log. Read them before you run this program. It stops at the first error. Answers
//! go to standard output, messages to standard error.
//!
//! In Cargo.toml, with `edition = "2024"`:
//!
//! [dependencies]
//! reqwest = { version = "0.12", default-features = false, features = ["blocking", "rustls-tls"] }
//! serde_json = "1"

use std::io::Write;

const URL: &str = "https://localhost:1500";

/// Makes calls until one fails.
struct Script {
    made: u64,
}

impl Script {
    fn call(
        &mut self,
        number: u64,
        function: &str,
        call: impl FnOnce() -> Result<String, Box<dyn std::error::Error>>,
    ) -> Result<(), String> {
        let made = self.made;
        let stop = |why: String| format!("stopped at call {number} ({function}): {why}; calls made before it: {made}");
        let answer = call().map_err(|error| stop(Self::reason(&*error)))?;
        let written = writeln!(std::io::stdout(), "{answer}");
        written.map_err(|error| stop(format!("its answer cannot be written: {error}")))?;
        Self::check(&answer).map_err(stop)?;
        self.made += 1;
        Ok(())
    }

    /// The error and its causes.
    fn reason(error: &dyn std::error::Error) -> String {
        let causes = std::iter::successors(Some(error), |error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// Checks the answer for an error of the panel, which the status does not show: "error" in a JSON document or in its
    /// "doc", an element <error>, or text that starts with ERROR. An empty answer, half a JSON document and a web page are
    /// errors too.
    fn check(answer: &str) -> Result<(), String> {
        let text = answer.trim_start();
        let lower = text.to_ascii_lowercase();
        let failed = if text.starts_with(['{', '[']) {
            let answer = serde_json::from_str::<serde_json::Value>(text).map_err(|error| error.to_string())?;
            answer.get("error").or(answer["doc"].get("error")).is_some()
        } else if text.starts_with('<') {
            ["<error ", "<error>", "<error/", "<html", "<!doctype html"].iter().any(|sign| lower.contains(sign))
        } else {
            text.starts_with("ERROR")
        };
        match text {
            "" => Err("no answer".to_owned()),
            _ if failed => Err("the panel answered with an error".to_owned()),
            _ => Ok(()),
        }
    }

    fn variable(name: &str) -> Result<String, String> {
        let value = std::env::var(name).unwrap_or_default();
        if value.is_empty() { Err(format!("{name} is not set: set it and run this again")) } else { Ok(value) }
    }
}

fn main() -> std::process::ExitCode {
    let mut script = Script { made: 0 };
    match script.calls() {
        Ok(()) => {
            eprintln!("calls made: {}", script.made);
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

// Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
#[allow(dead_code)]
fn x_id() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "x';id; #"),
        ("elid", "1"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jun 25 09:07:51 root, a%0Ab, changes data
#[allow(dead_code)]
fn a_b() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "a\nb"),
        ("elid", "1"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jun 25 09:07:51 root, a%3Db, changes data
#[allow(dead_code)]
fn a_b_2() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "a=b"),
        ("elid", "1"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

impl Script {
    fn calls(&mut self) -> Result<(), String> {
        Self::variable("MGR_AUTHINFO")?;
        self.call(1, "x%27%3Bid%3B%20%23", x_id)?;
        self.call(2, "a%0Ab", a_b)?;
        self.call(3, "a%3Db", a_b_2)?;
        Ok(())
    }
}
