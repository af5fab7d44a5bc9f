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
