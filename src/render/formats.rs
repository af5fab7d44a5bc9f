//! All formats: one file each, and its entry in [`TARGETS`].

mod ansible;
mod curl;
mod go;
mod har;
mod http;
mod hurl;
pub(crate) mod json;
mod mgrctl;
mod node;
mod perl;
mod php;
mod postman;
mod powershell;
mod python;
pub(crate) mod rust;
mod url;

use super::Target;

/// All formats, in the order of the help.
pub static TARGETS: &[&dyn Target] = &[
    &curl::TARGET,
    &mgrctl::TARGET,
    &rust::TARGET,
    &url::TARGET,
    &json::TARGET,
    &python::TARGET,
    &php::TARGET,
    &perl::TARGET,
    &node::TARGET,
    &go::TARGET,
    &ansible::TARGET,
    &powershell::TARGET,
    &http::TARGET,
    &hurl::TARGET,
    &har::TARGET,
    &postman::TARGET,
];
