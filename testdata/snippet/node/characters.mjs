// ==== backspace-and-delete
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
        ["note", "rm\u{8}\u{7f}"],
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
// ==== bidi
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
        ["note", "a\u{202e}gnp.exe"],
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
// ==== c1-csi
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
        ["note", "\u{9b}31mred"],
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
// ==== combining
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
        ["note", "e\u{301}"],
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
// ==== crlf-in-value
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
        ["note", "line one\r\nline two"],
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
// ==== cyrillic
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
        ["fullname", "Иван «О'Нил»"],
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
// ==== emoji
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
        ["note", "ok 👍 👩\u{200d}💻"],
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
// ==== esc-osc52
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
        ["note", "\u{1b}]52;c;cm0gLXJm\u{7}"],
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
// ==== invalid-utf8
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = [
        "authinfo=" + encodeURIComponent(process.env.MGR_AUTHINFO),
        "func=user.edit",
        "clicked_button=ok",
        "elid=shop",
        "note=%FF%FE%20%C3",
        "sok=ok",
        "out=json",
    ].join("&");
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
// ==== latin1
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = [
        "authinfo=" + encodeURIComponent(process.env.MGR_AUTHINFO),
        "func=user.edit",
        "clicked_button=ok",
        "elid=shop",
        "note=caf%E9",
        "sok=ok",
        "out=json",
    ].join("&");
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
// ==== line-separator
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
        ["note", "a\u{2028}b\u{85}c"],
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
// ==== newline
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
        ["note", "line one\nline two"],
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
// ==== no-break-space
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
        ["note", "a\u{a0}b\u{3164}c"],
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
// ==== nul-byte
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
        ["note", "a\u{0}b"],
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
// ==== overlong-utf8
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = [
        "authinfo=" + encodeURIComponent(process.env.MGR_AUTHINFO),
        "func=user.edit",
        "clicked_button=ok",
        "elid=shop",
        "note=%C0%AF%ED%A0%80",
        "sok=ok",
        "out=json",
    ].join("&");
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
// ==== paste-end
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
        ["note", "\u{1b}[201~touch pwned\n"],
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
// ==== raw-c1-byte
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = [
        "authinfo=" + encodeURIComponent(process.env.MGR_AUTHINFO),
        "func=user.edit",
        "clicked_button=ok",
        "elid=shop",
        "note=%9B31mred",
        "sok=ok",
        "out=json",
    ].join("&");
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
// ==== raw-control-bytes
// Jun 25 09:07:51 root, user.edit, changes data
{
    for (const name of ["MGR_AUTHINFO"]) {
        if (process.env[name] === undefined) throw new Error(`${name} is not set`);
    }
    const form = [
        "authinfo=" + encodeURIComponent(process.env.MGR_AUTHINFO),
        "func=user.edit",
        "elid=shop",
        "note=a%07b%08c%1Bd%7Fe%9Bf",
        "sok=ok",
        "out=json",
    ].join("&");
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
// ==== raw-utf8-not-encoded
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
// ==== tab
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
        ["note", "a\tb"],
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
// ==== trailing-newline
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
        ["note", "ends with two\n\n"],
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
// ==== zero-width
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
        ["note", "a\u{200b}b\u{feff}c\u{ad}d"],
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
