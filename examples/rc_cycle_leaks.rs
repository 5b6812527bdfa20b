use std::cell::RefCell;
use std::rc::Rc;

struct Room {
    members: RefCell<Vec<Rc<Member>>>,
}

struct Member {
    room: Rc<Room>, // back to the room: a cycle
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
        room: Rc::clone(&room),
    });
    room.members.borrow_mut().push(Rc::clone(&member));

    println!("handles: {}", Rc::strong_count(&member.room));
    drop(member);
    drop(room);
    println!("main ends");
}
