//! What was edited last is looked at first, while the rest of the book is still being read.
//!
//! After an edit the compiler is all that is waited for, so it is started before anything else is known, with the
//! listings that were written last. What comes of it is taken only under the key that everything else is kept under,
//! so a wrong guess costs a compilation and changes nothing.

use std::collections::HashMap;

use crate::cache::{Cache, Key};
use crate::check::{Progress, first_look, key};
use crate::observe::{self, Look, Observation};
use crate::parallel;
use crate::problem::Error;
use crate::project::{Files, Project};
use crate::rustc::Rustc;
use crate::schedule::Seen;
use crate::source::{Listing, Outcome};

/// How many listings are looked at early.
const FEW: usize = 2;

/// What was seen early, of the listings named.
pub(crate) struct Early(HashMap<String, (Key, Observation)>);

/// Looks at the listings that were edited last, where nothing is known of them. What goes wrong is left to be told when
/// the listing's turn comes.
pub(crate) fn look(project: &Project, files: &Files, rustc: &Rustc) -> Early {
    let newest = project.newest(files, FEW);
    let seen = parallel::each(&newest, |listing| {
        let look = first_look(listing);
        let key = observe::key(rustc, listing, look);
        let is_quick =
            matches!(listing.outcome, Outcome::CheckPass | Outcome::CheckFail | Outcome::RunPass | Outcome::RunFail);
        if !is_quick || look != Look::Once || project.cache.has(&key) {
            return None;
        }
        let observation = observe::look_at(rustc, listing, look).ok()?;
        Some((listing.name.clone(), (key, observation)))
    });
    Early(seen.into_iter().flatten().collect())
}

impl Early {
    /// Adds to `seen` what is about one of `listings`, and keeps it.
    pub(crate) fn take(
        mut self,
        rustc: &Rustc,
        cache: &Cache,
        listings: &[(&Listing, Look)],
        progress: &dyn Progress,
        seen: &mut Seen,
    ) -> Result<(), Error> {
        for &(listing, look) in listings {
            let Some((key, observation)) = self.0.remove(&key(listing)) else { continue };
            if key == observe::key(rustc, listing, look) {
                let observation = observe::keep(rustc, cache, listing, look, observation)?;
                progress.done(&listing.name);
                seen.by_name.insert(listing.name.clone(), observation);
            }
        }
        Ok(())
    }
}
