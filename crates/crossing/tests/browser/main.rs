//! The book as readers see it: its own pages, served by `crossing serve`, in Chromium.
//!
//! One server and one browser serve all tests, one after the other ([`stage`]). A test gets a [`page::Page`] that
//! remembers nothing of the test before. What must hold on every page is gathered in one walk through the book
//! ([`survey`]), and each of its tests reads one column of that.
//!
//! Where Chromium or ChromeDriver is missing, the tests are ignored, with the reason in their names; with
//! `REQUIRE_BROWSER=1` they fail.

mod around;
mod axe;
mod book;
mod driver;
mod every_page;
mod exercise;
mod explorer;
mod figure;
#[path = "../it/fixture.rs"]
#[expect(dead_code, reason = "the tests without a browser use more of it")]
mod fixture;
mod front;
mod listing;
mod mdbook;
mod online;
mod page;
mod plain;
mod published;
mod quiz;
mod run;
mod search;
mod stage;
mod study;
mod survey;
mod watch;
mod weight;

use std::env;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Trial};
use playground::Warden;

use crate::stage::{Act, Stage};

/// Names tests by their paths.
macro_rules! acts {
    ($($test:path),* $(,)?) => { vec![$((stringify!($test).to_owned(), Box::new($test) as Act)),*] };
}

fn main() -> ExitCode {
    // The playground starts this executable once more for each run.
    let warden = Warden::enter();
    let mut arguments = Arguments::from_args();
    // They share a browser, and a page that the machine is too busy to show would be a failure.
    arguments.test_threads = Some(1);
    let missing = driver::missing();
    let required = env::var_os("REQUIRE_BROWSER").is_some_and(|value| !value.is_empty() && value != "0");
    let reason = missing.filter(|_| !required);
    let stage = Arc::new(Mutex::new(Stage::default()));
    let mut trials: Vec<Trial> =
        acts(&warden).into_iter().map(|(name, act)| trial(name, act, reason, Arc::clone(&stage))).collect();
    for theme in ["light", "coal"] {
        let act: Act = Box::new(move |page| axe::finds_nothing(page, theme));
        let reason = reason.or(axe::missing());
        trials.push(trial(format!("axe::finds_nothing_in_{theme}"), act, reason, Arc::clone(&stage)));
    }
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

fn acts(warden: &Warden) -> Vec<(String, Act)> {
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
        run::says_whether_it_came_to_what_was_recorded,
        run::keeps_the_streams_apart,
        run::starts_with_control_and_enter,
        run::results_of_two_listings_do_not_mix,
        quiz::tells_right_from_wrong_and_why,
        quiz::takes_several_answers_only_whole,
        quiz::keeps_answers_and_the_order_of_options,
        quiz::brings_a_wrong_answer_back_until_it_is_right,
        quiz::can_be_taken_with_the_keyboard_alone,
        quiz::works_where_nothing_can_be_kept,
        exercise::puts_answer_and_check_together_as_the_checker_does,
        exercise::says_in_words_what_is_wrong,
        exercise::is_solved_by_the_keyboard_and_remembers_it,
        exercise::gives_its_hints_one_after_the_other,
        exercise::reads_fully_without_javascript,
        exercise::all_are_listed_with_what_was_done_and_what_to_review,
        online::asks_once_before_anything_is_sent,
        online::tells_every_failure_in_words_and_shows_what_is_recorded,
        online::out_of_reach_says_how_to_get_a_playground,
        online::without_a_playground_the_recorded_result_comes_at_once,
        online::a_fault_can_be_run_under_miri,
        online::opens_the_program_in_the_playground_that_the_book_names,
        study::an_edit_is_kept_until_reset_and_the_original_stands_aside,
        study::stop_ends_a_run_that_does_not_end,
        study::copy_takes_the_hidden_lines_along,
        study::tests_are_listed_with_their_results,
        study::the_front_page_leads_back_to_where_the_reader_was,
        study::what_is_kept_can_be_exported_erased_and_brought_back,
        study::all_works_where_the_browser_keeps_nothing,
        study::a_page_served_at_home_says_what_a_run_is_held_to,
        study::every_control_is_reached_by_keyboard_and_seen_to_be,
        watch::a_saved_chapter_is_on_the_screen_and_a_fault_is_told_with_its_line,
        weight::of_a_first_visit_is_well_below_plain_mdbooks,
        weight::of_scripts_never_holds_the_main_thread,
        weight::nothing_moves_while_a_page_loads,
        explorer::answers_at_each_key,
        explorer::keeps_the_question_in_the_address,
        explorer::opens_the_tree_where_the_trouble_is,
        explorer::suggests_what_it_has_asked_itself,
        explorer::offers_to_take_what_it_does_not_know,
        explorer::says_where_a_question_is_none,
        explorer::does_not_hang_on_hostile_input,
        explorer::asks_rustc_and_shows_that_it_agrees,
        around::the_sidebar_names_every_chapter,
        around::search_finds_what_the_compiler_says,
        search::finds_messages_codes_and_words_within_three_results,
        search::finds_every_type_of_std_by_its_name,
        search::leads_to_the_row_of_a_type,
        every_page::is_complete_without_javascript,
        every_page::asks_no_other_origin_for_anything,
        every_page::reports_no_error_to_the_console,
        every_page::prints_every_answer_and_cuts_nothing_off,
    ];
    let warden = warden.clone();
    acts.push((
        "mdbook::an_unmodified_page_runs_its_programs_on_our_playground".to_owned(),
        Box::new(move |page| mdbook::an_unmodified_page_runs_its_programs_on_our_playground(page, &warden)),
    ));
    for width in survey::WIDTHS {
        acts.push((format!("every_page::fits_{width}_px"), Box::new(move |page| every_page::fits(page, width))));
    }
    for theme in survey::THEMES {
        let act: Act = Box::new(move |page| every_page::contrasts(page, theme));
        acts.push((format!("every_page::text_contrasts_in_{theme}"), act));
    }
    acts
}
