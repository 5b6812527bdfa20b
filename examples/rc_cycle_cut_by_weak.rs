use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Room {
    members: RefCell<Vec<Rc<Member>>>,
}

struct Member {
    room: Weak<Room>, // knows the room, does not keep it
}

impl Drop for Room {
    fn drop(&mut self) {
        println!("room closed");
    }
}

fn main() {
    let room = Rc::new(Room {
        members: RefCell::default(),
    });
    let member = Rc::new(Member {
        room: Rc::downgrade(&room),
    });
    room.members.borrow_mut().push(Rc::clone(&member));

    drop(room);
    println!("room gone: {}", member.room.upgrade().is_none());
    println!("main ends");
}
