// ==== bad-percent
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["note", "100%"],
        ["rate", "%zz%4"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== duplicate-names
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["ip", "192.0.2.1"],
        ["ip", "192.0.2.2"],
        ["ip", "192.0.2.1"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== empty-pieces
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== empty-values
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== list-values
// Jun 25 09:07:51 root, vm.stop, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "vm.stop"],
        ["elid", "617, 618, 619"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== no-equals
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== null-on-off
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["backup", "on"],
        ["clicked_button", "ok"],
        ["elid", "shop"],
        ["group", "null"],
        ["sok", "ok"],
        ["ssl", "off"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== percent-encoded-percent
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
        ["note", "%41 is not A"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== percent-lowercase
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["fullname", "Иван"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
// ==== plus-sign
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = new URLSearchParams([
        ["authinfo", process.env.MGR_AUTHINFO],
        ["func", "user.edit"],
        ["elid", "shop"],
        ["note", "a+b c"],
        ["sok", "ok"],
        ["out", "json"],
    ]);
    const { request } = await import("node:https");
    const response = await new Promise((resolve, reject) => {
        const options = {
            method: "POST",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            rejectUnauthorized: false,
        };
        request("https://localhost:1500/ispmgr", options, resolve).on("error", reject).end(`${form}`);
    });
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);
    let answer = "";
    for await (const part of response.setEncoding("utf8")) answer += part;
    if (JSON.parse(answer).doc?.error) throw new Error(answer);
    console.log(answer);
}
