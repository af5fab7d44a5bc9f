// Jun 25 09:07:51 root, move, changes data
#[allow(dead_code)]
fn move_call() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "move"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, type
#[allow(dead_code)]
fn type_call() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "type"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, self
#[allow(dead_code)]
fn self_call() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "self"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, main
#[allow(dead_code)]
fn main_call() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "main"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, 2fa
#[allow(dead_code)]
fn call_2fa() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "2fa"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, ..
#[allow(dead_code)]
fn call() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", ".."),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
#[allow(dead_code)]
fn call_2() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "имя"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
