// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["fullname", "Ann Example"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// Jun 25 09:07:51 root, user.suspend, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.suspend"],
        ["elid", "shop"],
        ["out", "json"],
    ]);
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    const response = await fetch("https://localhost:1500/ispmgr", { method: "POST", body: form }).finally(() => {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    const answer = await response.text();
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
