//! The book as readers see it: its own pages, served by `crossing serve`, in Chromium.
//!
//! One server and one browser serve all tests, one after the other ([`stage`]). A test gets a [`page::Page`] that
//! remembers nothing of the test before. What must hold on every page is gathered in one walk through the book
//! ([`survey`]), and each of its tests reads one column of that.
//!
//! Where Chromium or ChromeDriver is missing, the tests are ignored, with the reason in their names; with
//! `REQUIRE_BROWSER=1` they fail.

mod around;
mod book;
mod driver;
mod every_page;
mod explorer;
mod figure;
mod front;
mod listing;
mod page;
mod run;
mod stage;
mod survey;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Trial};

use crate::stage::{Act, Stage};

/// Names tests by their paths.
macro_rules! acts {
    ($($test:path),* $(,)?) => { vec![$((stringify!($test).to_owned(), Box::new($test) as Act)),*] };
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // They share a browser, and a page that the machine is too busy to show would be a failure.
    arguments.test_threads = Some(1);
    let missing = driver::missing();
    let required = env::var_os("REQUIRE_BROWSER").is_some_and(|value| !value.is_empty() && value != "0");
    let reason = missing.filter(|_| !required);
    let stage = Arc::new(Mutex::new(Stage::default()));
    let trials = acts().into_iter().map(|(name, act)| trial(name, act, reason, Arc::clone(&stage))).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    stage.lock().unwrap_or_else(PoisonError::into_inner).strike();
    conclusion.exit_code()
}

fn trial(name: String, act: Act, reason: Option<&str>, stage: Arc<Mutex<Stage>>) -> Trial {
    let name = reason.map_or_else(|| name.clone(), |reason| format!("{name} ({reason})"));
    let play = move || {
        let mut stage = stage.lock().unwrap_or_else(PoisonError::into_inner);
        act(stage.fresh()?);
        Ok(())
    };
    Trial::test(name, play).with_ignored_flag(reason.is_some())
}

fn acts() -> Vec<(String, Act)> {
    let mut acts = acts![
        front::shows_the_promise,
        front::proves_it_with_two_programs_that_differ_in_one_line,
        front::opens_three_doors,
        front::maps_every_chapter,
        listing::that_fails_shows_its_name_and_the_error_with_a_link,
        listing::that_fails_is_underlined_and_labelled_where_the_compiler_points,
        listing::that_fails_shows_the_recorded_diagnostic_in_colour,
        listing::that_passes_shows_its_recorded_output,
        listing::hidden_lines_are_shown_and_hidden_again,
        listing::that_asks_keeps_its_answer_closed_until_a_key_opens_it,
        listing::claims_carry_a_mark,
        run::of_a_passing_listing_shows_its_output_and_where_it_ran,
        run::of_a_failing_listing_shows_the_error,
        run::keeps_the_streams_apart,
        run::starts_with_control_and_enter,
        run::results_of_two_listings_do_not_mix,
        explorer::answers_at_each_key,
        explorer::keeps_the_question_in_the_address,
        explorer::opens_the_tree_where_the_trouble_is,
        explorer::suggests_what_it_has_asked_itself,
        explorer::offers_to_take_what_it_does_not_know,
        explorer::says_where_a_question_is_none,
        explorer::does_not_hang_on_hostile_input,
        explorer::asks_rustc_and_shows_that_it_agrees,
        around::the_sidebar_names_chapters_to_come_without_linking_them,
        around::search_finds_what_the_compiler_says,
        every_page::is_complete_without_javascript,
        every_page::asks_no_other_origin_for_anything,
        every_page::reports_no_error_to_the_console,
        every_page::prints_every_answer_and_cuts_nothing_off,
    ];
    for width in survey::WIDTHS {
        acts.push((format!("every_page::fits_{width}_px"), Box::new(move |page| every_page::fits(page, width))));
    }
    for theme in survey::THEMES {
        let act: Act = Box::new(move |page| every_page::contrasts(page, theme));
        acts.push((format!("every_page::text_contrasts_in_{theme}"), act));
    }
    acts
}
