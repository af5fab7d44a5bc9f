//! Checks of the source text: which module may import which, and which names are public.

mod layers;
mod names;
