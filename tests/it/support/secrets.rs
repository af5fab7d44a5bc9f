//! Values from the environment: which variables a call reads, and hostile values for them.
//!
//! The names of the variables come from the json target. Every variable has a different value, so the arriving values
//! show whether each parameter gets its own.

use super::form::Pair;
use super::program::Run;
use super::shell::Environment;

/// Text that a shell, curl or a form might interpret. No NUL, which an environment cannot contain.
pub(crate) const LOGIN: &str = "a:b c%&+'\"\\é$(touch CANARY)`touch CANARY`";

/// The value of a variable.
pub(crate) fn value_of(variable: &str) -> String {
    format!("{LOGIN} @{variable}\n")
}

/// For each converted request the parameters from the environment with their values, and the variables to set.
pub(crate) fn from_environment(run: &Run) -> (Vec<Vec<Pair>>, Environment) {
    let ran = run.clone().args(["-t", "json", "-q"]).run();
    let mut environment = Environment::default();
    let requests = ran.text().lines().map(|line| {
        let request: serde_json::Value = serde_json::from_str(line).expect("the json target prints JSON");
        let params = request["params"].as_array().expect("params is a list");
        let secret = params
            .iter()
            .filter_map(|param| Some((param["name"].as_str()?, param["env"].as_str().or(param["var"].as_str())?)));
        let pairs = secret.map(|(name, variable)| {
            let value = value_of(variable);
            environment.push((variable.to_owned(), value.clone()));
            (name.as_bytes().to_vec(), value.into_bytes())
        });
        pairs.collect()
    });
    let requests = requests.collect();
    (requests, environment)
}
