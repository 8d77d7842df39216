//! The book as it is served: built again after every save, published as one value.

use crate::book::{self, Machines, Search};
use crate::site::Site;
use anyhow::Result;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::watch::{Receiver, Sender, channel};

/// What readers get at one moment. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Published {
    /// Changes whenever the pages do. An open page reloads when it differs from its own.
    pub version: u64,
    /// What is wrong with the chapters now; the site is then the last one that was right.
    pub fault: Option<Arc<str>>,
    /// Nothing until the first build succeeds.
    pub site: Option<Arc<Site>>,
}

/// A book that is built again and again. Owned by the one thread that builds; the server's
/// threads hold receivers of what it publishes.
#[derive(Debug)]
pub struct LiveBook {
    root: PathBuf,
    published: Sender<Published>,
    /// Pages were built since the search index was.
    index_is_behind: bool,
}

impl LiveBook {
    /// A book that has not been built yet.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        // Counting from the time and not from one: a page that outlives a restart of the server
        // must not take the new server's first version for its own.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(now.as_millis()).unwrap_or_default();
        let (published, _) = channel(Published { version, fault: None, site: None });
        Self { root, published, index_is_behind: false }
    }

    /// Follows what is published.
    #[must_use]
    pub fn subscribe(&self) -> Receiver<Published> {
        self.published.subscribe()
    }

    /// Builds the book and publishes it; or publishes the fault, beside the last good pages.
    ///
    /// The first build makes the search index; later ones keep it, so that a save is seen sooner.
    ///
    /// # Errors
    ///
    /// The fault, for the terminal.
    pub fn rebuild(&mut self) -> Result<()> {
        let before = self.published.borrow().clone();
        let version = before.version + 1;
        let search = if before.site.is_some() { Search::Empty } else { Search::Indexed };
        let built = self.load(search, version).map(|mut site| {
            if let Some(before) = &before.site {
                site.take_search_index(before);
                self.index_is_behind = true;
            }
            site
        });
        match built {
            Ok(site) => {
                let site = Some(Arc::new(site));
                self.published.send_replace(Published { version, fault: None, site });
                Ok(())
            }
            Err(error) => {
                let fault = Some(format!("{error:#}").into());
                self.published.send_replace(Published { fault, ..before });
                Err(error)
            }
        }
    }

    /// Brings the search index up to the pages, if it is behind. Pages stay as they are, and no
    /// page reloads for it.
    pub fn refresh_search(&mut self) {
        if !std::mem::take(&mut self.index_is_behind) {
            return;
        }
        let now = self.published.borrow().clone();
        // A fault here belongs to a save that the next rebuild will see, and report.
        let (Some(site), Ok(indexed)) = (&now.site, self.load(Search::Indexed, now.version)) else {
            return;
        };
        let mut site = Site::clone(site);
        site.take_search_index(&indexed);
        self.published.send_replace(Published { site: Some(Arc::new(site)), ..now });
    }

    fn load(&self, search: Search, version: u64) -> Result<Site> {
        // Under `target`, so that what a kill leaves behind goes with `cargo clean`.
        let rendered =
            book::render(&self.root, &self.root.join("target"), search, Machines::Yours)?;
        Site::load(rendered.site(), version)
    }
}
