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

// Feb  6 08:08:07 root, domain.edit
#[allow(dead_code)]
fn domain_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "domain.edit"),
        ("clicked_button", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Nov 18 09:27:23 root, progress.get
#[allow(dead_code)]
fn progress_get() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "progress.get"),
        ("elid", "yes_form1479439520235"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jan 13 13:05:01 root, problems.autosolve
#[allow(dead_code)]
fn problems_autosolve() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "problems.autosolve"),
        ("out", "text"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jan 13 13:05:02 shop, domain.record.edit, changes data
#[allow(dead_code)]
fn domain_record_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "domain.record.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop.example TXT  v=spf1 ~all"),
        ("name", "@"),
        ("plid", "shop.example"),
        ("rtype", "txt"),
        ("sok", "ok"),
        ("ttl", "3600"),
        ("value", "v=spf1 include:_spf.example.net ~all"),
        ("su", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jan 13 13:05:09 shop, webdomain.delete, changes data
#[allow(dead_code)]
fn webdomain_delete() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "webdomain.delete"),
        ("elid", "shop.example"),
        ("su", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

// Jan 13 13:06:40 shop, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let secret_1 = std::env::var("CONFIRM").map_err(|_| "CONFIRM is not set")?;
    let secret_2 = std::env::var("PASSWD").map_err(|_| "PASSWD is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("confirm", secret_1.as_str()),
        ("fullname", "Иван \"О'Нил\""),
        ("limit", "*"),
        ("name", "ivan"),
        ("note", "line one\r\nline two"),
        ("passwd", secret_2.as_str()),
        ("sok", "ok"),
        ("su", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post([URL, "/ispmgr"].concat()).form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}

impl Script {
    fn calls(&mut self) -> Result<(), String> {
        Self::variable("MGR_AUTHINFO")?;
        Self::variable("CONFIRM")?;
        Self::variable("PASSWD")?;
        self.call(1, "domain.edit", domain_edit)?;
        self.call(2, "progress.get", progress_get)?;
        self.call(3, "problems.autosolve", problems_autosolve)?;
        self.call(4, "domain.record.edit", domain_record_edit)?;
        // Not run, since it deletes something: uncomment it, or convert with --with-deletes.
        // self.call(5, "webdomain.delete", webdomain_delete)?;
        self.call(6, "user.edit", user_edit)?;
        Ok(())
    }
}
