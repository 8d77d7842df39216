//! One at a time.

use std::sync::{Arc, Mutex, PoisonError};

/// Whose turn it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns(Arc<Mutex<Option<String>>>);

/// The right to run something, until this value goes.
#[derive(Debug)]
pub(super) struct Turn(Turns);

impl Turns {
    /// What is being run.
    pub(super) fn current(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A turn for `name`; or the name of what is being run instead.
    pub(super) fn take(&self, name: &str) -> Result<Turn, String> {
        let mut current = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*current {
            Some(other) => Err(other.clone()),
            None => {
                *current = Some(name.to_owned());
                Ok(Turn(self.clone()))
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
