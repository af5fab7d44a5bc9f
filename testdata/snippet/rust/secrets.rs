// ==== credential-auth
// Jun 25 09:07:51 root, user
#[allow(dead_code)]
fn user() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== credential-authinfo
// Jun 25 09:07:51 root, user
#[allow(dead_code)]
fn user() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user"),
        ("out", "xml"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, user
#[allow(dead_code)]
fn user_2() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user"),
        ("out", "xml"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== credential-sesid
// Jun 25 09:07:51 root, session.delete, changes data
#[allow(dead_code)]
fn session_delete() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "session.delete"),
        ("elid", "1"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== masked
// Jun 25 09:07:51 root, user.edit, changes data, without masked zpasswd
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
// Jun 25 09:07:51 root, user.edit, changes data, without masked confirm, without masked passwd
#[allow(dead_code)]
fn user_edit_2() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== masked-func
// ==== masked-star-typed
// Jun 25 09:07:51 root, user.edit, changes data
#[allow(dead_code)]
fn user_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "user.edit"),
        ("clicked_button", "ok"),
        ("elid", "shop"),
        ("limit", "*"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== secret-in-clear
// Jun 25 09:07:51 root, ipmi.edit, changes data
#[allow(dead_code)]
fn ipmi_edit() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let secret_1 = std::env::var("IPMIPASS").map_err(|_| "IPMIPASS is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "ipmi.edit"),
        ("clicked_button", "ok"),
        ("elid", "4"),
        ("ipmipass", secret_1.as_str()),
        ("ipmiuser", "admin"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== secrets-in-clear-nine
// Jun 25 09:07:51 root, account.import, changes data
#[allow(dead_code)]
fn account_import() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let secret_1 = std::env::var("MGR_KEY1_TOKEN").map_err(|_| "MGR_KEY1_TOKEN is not set")?;
    let secret_2 = std::env::var("MGR_KEY2_TOKEN").map_err(|_| "MGR_KEY2_TOKEN is not set")?;
    let secret_3 = std::env::var("MGR_KEY3_TOKEN").map_err(|_| "MGR_KEY3_TOKEN is not set")?;
    let secret_4 = std::env::var("MGR_KEY4_TOKEN").map_err(|_| "MGR_KEY4_TOKEN is not set")?;
    let secret_5 = std::env::var("MGR_KEY5_TOKEN").map_err(|_| "MGR_KEY5_TOKEN is not set")?;
    let secret_6 = std::env::var("MGR_KEY6_TOKEN").map_err(|_| "MGR_KEY6_TOKEN is not set")?;
    let secret_7 = std::env::var("MGR_KEY7_TOKEN").map_err(|_| "MGR_KEY7_TOKEN is not set")?;
    let secret_8 = std::env::var("MGR_KEY8_TOKEN").map_err(|_| "MGR_KEY8_TOKEN is not set")?;
    let secret_9 = std::env::var("MGR_KEY9_TOKEN").map_err(|_| "MGR_KEY9_TOKEN is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "account.import"),
        ("key1_token", secret_1.as_str()),
        ("key2_token", secret_2.as_str()),
        ("key3_token", secret_3.as_str()),
        ("key4_token", secret_4.as_str()),
        ("key5_token", secret_5.as_str()),
        ("key6_token", secret_6.as_str()),
        ("key7_token", secret_7.as_str()),
        ("key8_token", secret_8.as_str()),
        ("key9_token", secret_9.as_str()),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// ==== secrets-in-clear-two
// Jun 25 09:07:51 root, user.edit, changes data
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
        ("elid", "shop"),
        ("passwd", secret_2.as_str()),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
