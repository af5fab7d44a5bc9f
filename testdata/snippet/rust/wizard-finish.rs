// Jun 25 09:07:51 root, service.order
#[allow(dead_code)]
fn service_order() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "service.order"),
        ("clicked_button", "next"),
        ("datacenter", "1"),
        ("pricelist", "3"),
        ("snext", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
// Jun 25 09:07:51 root, service.order, changes data
#[allow(dead_code)]
fn service_order_2() -> Result<String, Box<dyn std::error::Error>> {
    let login = std::env::var("MGR_AUTHINFO").map_err(|_| "MGR_AUTHINFO is not set")?;
    let form = [
        ("authinfo", login.as_str()),
        ("func", "service.order"),
        ("clicked_button", "finish"),
        ("datacenter", "1"),
        ("period", "1"),
        ("pricelist", "3"),
        ("sok", "ok"),
        ("out", "json"),
    ];
    let client = reqwest::blocking::Client::builder().danger_accept_invalid_certs(true).build()?;
    let request = client.post("https://localhost:1500/ispmgr").form(&form);
    Ok(request.send()?.error_for_status()?.text()?)
}
