//! Snippets in the real tools: what arrives at a panel that records is what was logged, less what was stripped.

mod curl;
mod exchange;
mod languages;
mod mgrctl;
mod paste;
mod powershell;
mod rust;
mod script;
mod tools;
mod url_json;
mod var;
