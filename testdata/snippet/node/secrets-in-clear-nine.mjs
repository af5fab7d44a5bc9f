// Jun 25 09:07:51 root, account.import
{
    for (const name of ["MGR_AUTHINFO", "MGR_KEY1_TOKEN", "MGR_KEY2_TOKEN", "MGR_KEY3_TOKEN", "MGR_KEY4_TOKEN", "MGR_KEY5_TOKEN", "MGR_KEY6_TOKEN", "MGR_KEY7_TOKEN", "MGR_KEY8_TOKEN", "MGR_KEY9_TOKEN"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "account.import"],
        ["key1_token", process.env.MGR_KEY1_TOKEN],
        ["key2_token", process.env.MGR_KEY2_TOKEN],
        ["key3_token", process.env.MGR_KEY3_TOKEN],
        ["key4_token", process.env.MGR_KEY4_TOKEN],
        ["key5_token", process.env.MGR_KEY5_TOKEN],
        ["key6_token", process.env.MGR_KEY6_TOKEN],
        ["key7_token", process.env.MGR_KEY7_TOKEN],
        ["key8_token", process.env.MGR_KEY8_TOKEN],
        ["key9_token", process.env.MGR_KEY9_TOKEN],
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
