package io.fieldstick.userdata;

import java.util.List;

/** One kind of data that a person would miss: it says where such data may lie, the walk finds what is there. */
public interface UserDataKind {

    /** Its stable kebab-case name; its words are the message {@code userdata.kind.<name>}. */
    String name();

    /** Whether it counts for what is to be saved; otherwise it is only told. */
    default boolean isCounted() {
        return true;
    }

    /** The places where {@code user} may have such data. */
    default List<Place> ofUser(UserHome user) {
        return List.of();
    }

    /** The places of such data that are nobody's own. */
    default List<Place> ofMachine(MachineHome machine) {
        return List.of();
    }
}
