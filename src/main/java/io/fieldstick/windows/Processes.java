package io.fieldstick.windows;

import java.util.List;

/** The processes that are running now; reading only. */
public interface Processes {

    /** Every process; absent where this Windows is not running and so has none. */
    Reading<List<Process>> running();

    /** The windows with a title on the desktop that this program was started from; absent where there are none to ask. */
    default Reading<List<Window>> windows() {
        return Reading.absent();
    }

    /**
     * Who has {@code file} open on this computer, as the Restart Manager knows (MS docs: RmGetList); absent where there
     * is no Restart Manager. An empty list does not mean that nobody has: another computer may, or a driver.
     */
    default Reading<List<Holder>> holders(String file) {
        return Reading.absent();
    }

    /** A window and the process that it belongs to. */
    record Window(long process, String title) {}

    /** A process that has a file open, by the name that people know it by. */
    record Holder(long process, String name) {}

    /**
     * One process.
     *
     * @param name the file name of its program, as {@code FeiQ.exe}
     */
    @SuppressWarnings("JavaLangClash") // always written Processes.Process outside of this file
    record Process(long id, String name) {}
}
