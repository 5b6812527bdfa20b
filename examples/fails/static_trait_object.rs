//@ check-fail
trait Sink {
    fn write(&self, line: &str);
}

struct Console;

impl Sink for Console {
    fn write(&self, line: &str) {
        println!("{line}");
    }
}

static SINK: &dyn Sink = &Console; //~ ERROR E0277

fn main() {
    SINK.write("started");
}
