package io.fieldstick.userdata;

import java.util.List;

/**
 * The fate of what lies in a folder and is claimed by no kind of data, and where it is counted.
 *
 * @param rest the tallies of what nobody claims
 * @param saved the tally of what somebody does
 */
record Zone(Fate fate, List<Tally> rest, Tally saved) {

    /** The zone of drives of which only what is claimed is told. */
    static Zone uncounted() {
        return new Zone(Fate.UNEXPLAINED, List.of(), new Tally());
    }
}
