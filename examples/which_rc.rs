use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let total = Rc::new(Cell::new(0));
    let add = {
        let total = Rc::clone(&total);
        move |price| total.set(total.get() + price)
    };

    add(30);
    add(10);
    println!("{}", total.get());
}
