// ==== billmgr
// Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
#[allow(dead_code)]
fn processing_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "processing.edit"),
        ("clicked_button", "ok"),
        ("cluster", "1"),
        ("datacenter", "1"),
        ("department", "2"),
        ("elid", "14"),
        ("login", "n.admin@example.com"),
        ("name", "test-5_changer"),
        ("orderpriority", "4"),
        ("sok", "ok"),
        ("url", "https://vm-1.example.com"),
        ("su", "admin"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/billmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== ispmgr
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
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
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
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
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
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
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
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
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
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jan 13 13:06:40 shop, user.edit, changes data, without masked confirm, without masked passwd
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("fullname", "Иван \"О'Нил\""),
        ("limit", "*"),
        ("name", "ivan"),
        ("note", "line one\r\nline two"),
        ("sok", "ok"),
        ("su", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== vmmgr
// Jun 24 07:23:55 root, vm.migrate, changes data
#[allow(dead_code)]
fn vm_migrate() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "vm.migrate"),
        ("elid", "617, 618"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/vmmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== windows
// Feb 06 08:08:07 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("fullname", "Ann Example"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== plain
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("fullname", "Ann Example"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, user.suspend, changes data
#[allow(dead_code)]
fn user_suspend() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.suspend"),
        ("elid", "shop"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
