package io.fieldstick.windows;

import java.util.List;

/** The processes that are running now; reading only. */
public interface Processes {

    /** Every process; absent where this Windows is not running and so has none. */
    Reading<List<Process>> running();

    /**
     * One process.
     *
     * @param name the file name of its program, as {@code FeiQ.exe}
     */
    @SuppressWarnings("JavaLangClash") // always written Processes.Process outside of this file
    record Process(long id, String name) {}
}
