//! Quizzes: answered right and wrong, kept, brought back, with the keyboard alone and without storage.

use serde_json::json;

use crate::page::{DOWN, ENTER, Page, TAB};

const CHAPTER: &str = "thread-boundary.html";
const NEXT: &str = "marker-traits.html";

/// One question on the page that is open.
struct Question<'p> {
    page: &'p Page,
    selector: String,
}

impl<'p> Question<'p> {
    /// The first question of the page of this kind.
    #[track_caller]
    fn of_kind(page: &'p Page, kind: &str) -> Self {
        let id: Option<String> =
            page.eval_with("return document.querySelector(`.question[data-kind=${given}]`)?.id", json!(kind));
        Question { page, selector: format!("#{}", id.unwrap_or_else(|| panic!("no question of kind {kind}"))) }
    }

    fn part(&self, within: &str) -> String {
        format!("{} {within}", self.selector)
    }

    /// The options that are right, or the right order of the steps, by their places in the chapter's source.
    fn key(&self) -> Vec<usize> {
        self.page.eval_with(
            "const answer = document.querySelector(given);
             const items = all(\".question-reasons > [data-right='yes'], .question-steps > li\", answer);
             return items.map((item) => Number(item.dataset.option))",
            json!(self.part("> .question-answer")),
        )
    }

    /// The options as they are shown.
    fn shown(&self) -> Vec<usize> {
        self.page.eval_with(
            "return all(given).map((item) => Number(item.dataset.option))",
            json!(self.part(".question-options > li")),
        )
    }

    #[track_caller]
    fn choose(&self, place: usize) {
        self.page.click(&self.part(&format!(".question-options > [data-option='{place}'] label")));
    }

    /// Chooses an option that is wrong, and returns it.
    #[track_caller]
    fn choose_wrong(&self) -> usize {
        let key = self.key();
        let wrong = self.shown().into_iter().find(|place| !key.contains(place)).expect("an option is wrong");
        self.choose(wrong);
        wrong
    }

    #[track_caller]
    fn check(&self) {
        self.page.click(&self.part(".question-check"));
    }

    /// `right`, `wrong`, or empty.
    fn answered(&self) -> String {
        self.page.eval_with("return document.querySelector(given).dataset.answered ?? ''", json!(self.selector))
    }

    /// What a screen reader is told.
    fn announced(&self) -> String {
        self.page.eval_with("return words(document.querySelector(given))", json!(self.part("> [role=status]")))
    }

    /// What is said of an option in the answer.
    fn reason(&self, place: usize) -> String {
        let reason = self.part(&format!(".question-reasons > [data-option='{place}'] > p"));
        self.page.eval_with("return words(document.querySelector(given))", json!(reason))
    }

    fn is_open(&self) -> bool {
        self.page.eval_with("return document.querySelector(given).open", json!(self.part("> .question-answer")))
    }
}

fn score(page: &Page) -> String {
    page.eval("return words(document.querySelector('.quiz-score'))")
}

pub fn tells_right_from_wrong_and_why(page: &Page) {
    page.open(CHAPTER);
    let question = Question::of_kind(page, "corner");
    assert!(score(page).ends_with("none answered yet."), "{}", score(page));
    question.check();
    assert_eq!(question.announced(), "Choose an answer first.");
    let wrong = question.choose_wrong();
    assert!(!question.is_open(), "a choice is no answer yet");
    question.check();
    assert_eq!(question.answered(), "wrong");
    assert!(question.is_open(), "the answer stays closed");
    let (announced, reason) = (question.announced(), question.reason(wrong));
    assert!(announced.starts_with("Wrong.") && announced.ends_with(&reason), "{announced:?} does not say {reason:?}");
    assert!(score(page).starts_with("0 of "), "{}", score(page));

    let right = question.key()[0];
    question.choose(right);
    assert_eq!(question.answered(), "", "another choice is no answer yet");
    assert!(!question.is_open());
    question.check();
    assert_eq!(question.answered(), "right");
    let (announced, reason) = (question.announced(), question.reason(right));
    assert!(announced.starts_with("Right.") && announced.ends_with(&reason), "{announced:?} does not say {reason:?}");
    assert!(score(page).starts_with("1 of "), "{}", score(page));
}

pub fn takes_several_answers_only_whole(page: &Page) {
    page.open(CHAPTER);
    let question = Question::of_kind(page, "fix");
    let key = question.key();
    assert!(key.len() > 1, "{key:?}: this test needs a question with several right options");
    question.choose(key[0]);
    question.check();
    assert_eq!(question.answered(), "wrong");
    key[1..].iter().for_each(|&place| question.choose(place));
    question.check();
    assert_eq!(question.answered(), "right");
    question.choose_wrong();
    question.check();
    assert_eq!(question.answered(), "wrong");
}

pub fn keeps_answers_and_the_order_of_options(page: &Page) {
    page.open(CHAPTER);
    let orders = || -> Vec<Vec<usize>> {
        page.eval("return all('.question-options').map((list) => [...list.children].map((item) => Number(item.dataset.option)))")
    };
    let (right, wrong) = (Question::of_kind(page, "corner"), Question::of_kind(page, "bound"));
    right.choose(right.key()[0]);
    right.check();
    wrong.choose_wrong();
    wrong.check();
    let (before, told) = (orders(), score(page));
    page.open(CHAPTER);
    assert_eq!((right.answered().as_str(), wrong.answered().as_str()), ("right", "wrong"));
    assert_eq!((orders(), score(page)), (before.clone(), told));
    assert!(!right.is_open() && right.announced().is_empty(), "what was kept is told as if it were new");
    // Another reader has another order.
    page.eval::<()>("localStorage.clear(); localStorage.setItem('crossing:seed', 'another')");
    page.open(CHAPTER);
    assert_ne!(orders(), before, "options are not shuffled");
    assert_eq!(right.answered(), "");
}

pub fn brings_a_wrong_answer_back_until_it_is_right(page: &Page) {
    page.open(CHAPTER);
    let (wrong, right) = (Question::of_kind(page, "bound"), Question::of_kind(page, "corner"));
    wrong.choose_wrong();
    wrong.check();
    right.choose(right.key()[0]);
    right.check();
    page.open(NEXT);
    let back: Vec<String> = page.wait(
        "the question to come back",
        "const back = all('.quiz-earlier > .question').map((question) => question.id); return back.length ? back : null",
    );
    assert_eq!(back, [wrong.selector.replace('#', "earlier-")]);
    let again = Question { page, selector: format!("#{}", back[0]) };
    assert_eq!(again.answered(), "", "it is asked anew");
    let outside: Vec<String> = page.eval_with(
        "return all(given).map((link) => link.href).filter((href) => !href.includes('/thread-boundary.html#') && !href.startsWith('https://'))",
        json!(again.part("a[href]")),
    );
    assert_eq!(outside, [""; 0], "its links lead nowhere from here");
    again.choose(again.key()[0]);
    again.check();
    assert_eq!(again.answered(), "right");
    assert!(score(page).starts_with("0 of "), "an earlier question is not counted here: {}", score(page));
    page.open(NEXT);
    page.wait::<bool>("the page", "return document.readyState === 'complete'");
    let due: usize = page.eval("return CrossingAnswers.toReview().length + all('.quiz-earlier').length");
    assert_eq!(due, 0, "it comes back although it was answered right");
    page.open(CHAPTER);
    assert_eq!(wrong.answered(), "right");
}

pub fn can_be_taken_with_the_keyboard_alone(page: &Page) {
    page.open(CHAPTER);
    let focused =
        || -> String { page.eval("return document.activeElement.className || document.activeElement.localName") };
    // One of several: the arrows choose, Tab leads on to the check.
    let question = Question::of_kind(page, "corner");
    page.focus(&question.part(".question-options input"));
    page.write(" ");
    for _ in question.shown().iter().take_while(|&&place| place != question.key()[0]) {
        page.press(&[DOWN]);
    }
    page.press(&[TAB]);
    assert_eq!(focused(), "question-check");
    page.press(&[ENTER]);
    assert_eq!(question.answered(), "right");
    page.press(&[TAB]);
    assert_eq!(focused(), "summary", "the answer is the next stop");
    // Steps: each has buttons, which keep the focus.
    let question = Question::of_kind(page, "order");
    for (at, place) in question.key().into_iter().enumerate() {
        let up = question.part(&format!("[data-option='{place}'] .question-up"));
        page.focus(&up);
        while question.shown().iter().position(|&shown| shown == place) > Some(at) {
            page.press(&[ENTER]);
            assert_eq!(focused(), "question-up", "the focus is lost on the way");
            assert!(question.announced().contains(": now "), "{}", question.announced());
        }
    }
    page.focus(&question.part(".question-check"));
    page.press(&[ENTER]);
    assert_eq!(question.answered(), "right");
}

pub fn works_where_nothing_can_be_kept(page: &Page) {
    let _blocked = page.block_storage();
    page.open(CHAPTER);
    let question = Question::of_kind(page, "bound");
    question.choose(question.key()[0]);
    question.check();
    assert_eq!(question.answered(), "right");
    assert!(score(page).starts_with("1 of "), "{}", score(page));
    page.open(CHAPTER);
    assert_eq!(question.answered(), "", "it was kept, so this test blocks nothing");
}
